package com.qliento.media;

import com.qliento.organisation.OrganisationId;
import com.qliento.organisation.OrganisationScope;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Which files an organisation has, as the check of its flows asks; asks nobody's role. */
@Component
public class MediaLibrary {

    private final MediaStore store;
    private final OrganisationScope scope;

    MediaLibrary(MediaStore store, OrganisationScope scope) {
        this.store = store;
        this.scope = scope;
    }

    /** All files of the organisation, by id. */
    public Map<UUID, MediaFacts> of(OrganisationId organisation) {
        return scope.in(organisation, store::all).stream()
                .collect(Collectors.toMap(MediaFacts::id, Function.identity()));
    }
}
