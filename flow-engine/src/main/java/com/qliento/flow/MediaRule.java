package com.qliento.flow;

import com.qliento.block.MediaSource;
import com.qliento.block.ParameterKind;
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
            findings.error(
                    node,
                    "bad-file",
                    Sentences.step(node) + ": '" + Sentences.quote(value)
                            + "' is neither a file nor a link that begins with https://. Choose a file again.");
        } else if (source.file() != null) {
            file(node, block, source.file(), environment, findings);
        }
    }

    private static void file(Xml node, BlockNode block, UUID id, FlowEnvironment environment, Findings findings) {
        MediaFacts file = environment.file(id).orElse(null);
        if (file == null) {
            findings.error(
                    node,
                    "unknown-file",
                    Sentences.step(node) + " sends a file that is not here (any more). Upload it, or choose another.");
            return;
        }
        String name = "'" + Sentences.quote(file.name()) + "'";
        if (!file.kind().word().equals(block.block().key())) {
            findings.error(
                    node,
                    "other-kind-of-file",
                    Sentences.step(node) + " sends " + name + ", which is "
                            + kind(file.kind()) + ", not "
                            + kind(MediaKind.valueOf(block.block().key().toUpperCase(Locale.ROOT)))
                            + ". Choose another file, or change the block.");
        } else if (file.bytes() > file.kind().largest()) {
            findings.error(
                    node,
                    "file-too-big",
                    Sentences.step(node) + " sends " + name + ", which has " + (file.bytes() >> 20)
                            + " MB; WhatsApp takes " + (file.kind().largest() >> 20) + " MB. Make it smaller.");
        }
    }

    private static String kind(MediaKind kind) {
        return switch (kind) {
            case IMAGE -> "a picture";
            case VIDEO -> "a video";
            case AUDIO -> "a sound";
            case DOCUMENT -> "a document";
        };
    }
}
