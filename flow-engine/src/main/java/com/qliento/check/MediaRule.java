package com.qliento.check;

import com.qliento.block.MediaSource;
import com.qliento.block.ParameterKind;
import com.qliento.bpmn.BlockNode;
import com.qliento.bpmn.FlowModel;
import com.qliento.bpmn.Phrase;
import com.qliento.bpmn.Said;
import com.qliento.bpmn.Sentences;
import com.qliento.bpmn.Xml;
import com.qliento.connector.whatsapp.MediaKind;
import com.qliento.media.MediaFacts;
import java.util.Locale;
import java.util.UUID;

/** The files a flow sends: there, of the right kind, and not too big. What is behind a link only WhatsApp will see. */
final class MediaRule implements FlowRule {

    @Override
    public void check(FlowModel flow, FlowEnvironment environment, Findings findings) {
        for (Xml node : flow.source().nodes()) {
            BlockNode block = flow.blocks().get(node.id());
            if (block != null) {
                block.block().parameters().stream()
                        .filter(parameter -> parameter.kind() == ParameterKind.MEDIA)
                        .map(parameter -> block.value(parameter.name()))
                        .filter(value -> !value.isBlank())
                        .forEach(value -> source(node, block, value, environment, findings));
            }
        }
    }

    private static void source(
            Xml node, BlockNode block, String value, FlowEnvironment environment, Findings findings) {
        MediaSource source = MediaSource.parse(value).orElse(null);
        if (source == null) {
            findings.error(node, Said.of("bad-file", Sentences.step(node), Sentences.quote(value)));
        } else if (source.file() != null) {
            file(node, block, source.file(), environment, findings);
        }
    }

    private static void file(Xml node, BlockNode block, UUID id, FlowEnvironment environment, Findings findings) {
        MediaFacts file = environment.file(id).orElse(null);
        if (file == null) {
            findings.error(node, Said.of("unknown-file", Sentences.step(node)));
            return;
        }
        String name = Sentences.quote(file.name());
        if (!file.kind().word().equals(block.block().key())) {
            MediaKind wanted = MediaKind.valueOf(block.block().key().toUpperCase(Locale.ROOT));
            findings.error(
                    node, Said.of("other-kind-of-file", Sentences.step(node), name, kind(file.kind()), kind(wanted)));
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

    private static Phrase kind(MediaKind kind) {
        return Said.of("what.media." + kind.word());
    }
}
