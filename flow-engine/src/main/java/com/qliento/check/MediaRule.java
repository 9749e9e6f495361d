package com.qliento.check;

import com.qliento.block.MediaSource;
import com.qliento.block.Parameter;
import com.qliento.block.ParameterKind;
import com.qliento.bpmn.BlockNode;
import com.qliento.bpmn.FlowModel;
import com.qliento.bpmn.Phrase;
import com.qliento.bpmn.Said;
import com.qliento.bpmn.Sentences;
import com.qliento.bpmn.Xml;
import com.qliento.media.MediaFacts;
import java.util.UUID;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The files a flow sends: there, of the right kind, and not too big. What is behind a link only WhatsApp will see. */
@Component
@Order(180)
final class MediaRule implements FlowRule {

    @Override
    public void check(FlowModel flow, FlowEnvironment environment, Findings findings) {
        for (Xml node : flow.source().nodes()) {
            BlockNode block = flow.blocks().get(node.id());
            if (block != null) {
                block.block().parameters(ParameterKind.MEDIA).stream()
                        .filter(parameter -> !block.value(parameter.name()).isBlank())
                        .forEach(parameter ->
                                source(node, parameter, block.value(parameter.name()), environment, findings));
            }
        }
    }

    private static void source(
            Xml node, Parameter parameter, String value, FlowEnvironment environment, Findings findings) {
        MediaSource source = MediaSource.parse(value).orElse(null);
        if (source == null) {
            findings.error(node, Said.of("bad-file", Sentences.step(node), Sentences.quote(value)));
        } else if (source.file() != null) {
            file(node, parameter, source.file(), environment, findings);
        }
    }

    private static void file(Xml node, Parameter parameter, UUID id, FlowEnvironment environment, Findings findings) {
        MediaFacts file = environment.file(id).orElse(null);
        if (file == null) {
            findings.error(node, Said.of("unknown-file", Sentences.step(node)));
            return;
        }
        String name = Sentences.quote(file.name());
        if (!parameter.choices().contains(file.kind().word())) {
            String wanted = parameter.choices().get(0);
            findings.error(
                    node,
                    Said.of(
                            "other-kind-of-file",
                            Sentences.step(node),
                            name,
                            kind(file.kind().word()),
                            kind(wanted)));
        } else if (file.bytes() > file.kind().largest()) {
            findings.error(
                    node,
                    Said.of(
                            "file-too-big",
                            Sentences.step(node),
                            name,
                            megabytes(file.bytes()),
                            megabytes(file.kind().largest())));
        }
    }

    private static long megabytes(long bytes) {
        return bytes >> 20;
    }

    private static Phrase kind(String word) {
        return Said.of("what.media." + word);
    }
}
