package com.qliento.flow;

import com.qliento.block.MediaSource;
import com.qliento.block.ParameterKind;
import com.qliento.media.MediaUse;
import com.qliento.organisation.OrganisationId;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Flows keep their files, as drafted and as they are live. */
@Component
class FilesOfFlows implements MediaUse {

    private static final int ALL = 100_000;

    private final FlowStore store;

    FilesOfFlows(FlowStore store) {
        this.store = store;
    }

    @Override
    public List<String> using(OrganisationId organisation, UUID file) {
        var live = store.live(organisation);
        return store.page(organisation, null, ALL).stream()
                .filter(flow -> Stream.concat(
                                Stream.of(flow.bpmn()),
                                live.stream()
                                        .filter(version -> version.flowKey().equals(flow.key()))
                                        .map(FlowVersion::bpmn))
                        .anyMatch(bpmn -> uses(bpmn, file)))
                .map(FlowDraft::name)
                .toList();
    }

    private static boolean uses(byte[] bpmn, UUID file) {
        try {
            return FlowModel.read(bpmn).blocks().values().stream()
                    .flatMap(node -> node.block().parameters().stream()
                            .filter(parameter -> parameter.kind() == ParameterKind.MEDIA)
                            .flatMap(parameter -> MediaSource.parse(node.value(parameter.name())).stream()))
                    .anyMatch(source -> file.equals(source.file()));
        } catch (UnreadableFlow noFlow) {
            return false;
        }
    }
}
