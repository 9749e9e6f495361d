package com.qliento.media;

import com.qliento.account.Actor;
import com.qliento.account.Permission;
import com.qliento.organisation.OrganisationScope;
import com.qliento.problem.Problem;
import com.qliento.problem.ProblemKind;
import com.qliento.problem.ProblemType;
import com.qliento.rest.Slice;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** An organisation's files, for somebody whose role allows it, else {@link Problem} (forbidden). */
@Component
public class MediaFiles {

    private static final ProblemType MEDIA_IN_USE =
            new ProblemType(ProblemKind.CONFLICT, "media-in-use", "The file is in use");

    private final MediaStore store;
    private final List<MediaUse> uses;
    private final OrganisationScope scope;
    private final MediaSettings settings;
    private final Clock clock;

    MediaFiles(MediaStore store, List<MediaUse> uses, OrganisationScope scope, MediaSettings settings, Clock clock) {
        this.store = store;
        this.uses = uses;
        this.scope = scope;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * Keeps a file. The same bytes again are the file that is there, under the name it has. Throws {@link Problem} for
     * what WhatsApp would not take, by the bytes and not by the name, and when there is no room left.
     */
    public MediaFacts upload(Actor actor, String name, byte[] bytes) {
        actor.require(Permission.BUILD);
        var file = NewMedia.of(name, bytes, settings.largest().toBytes(), clock.instant());
        return scope.in(actor.organisation(), () -> {
            var known = store.find(file.content().facts().id());
            if (known.isPresent()) {
                return known.get();
            }
            if (store.used() + bytes.length > settings.room().toBytes()) {
                throw full();
            }
            store.insert(actor.organisation(), file.content(), file.sha256(), actor.name());
            return store.find(file.content().facts().id()).orElseThrow();
        });
    }

    private Problem full() {
        return MediaProblems.NO_ROOM.because("All files together may have "
                + settings.room().toMegabytes() + " MB. Delete some that no flow uses, then try again.");
    }

    /** The largest file that is kept, in bytes, whatever its kind. */
    public long largest() {
        return settings.largest().toBytes();
    }

    /** All files, newest first. */
    public List<MediaFacts> list(Actor actor) {
        actor.require(Permission.LOOK_ON);
        return scope.in(actor.organisation(), store::all);
    }

    /** Some of those the filter lets through, in its order. */
    public List<MediaFacts> slice(Actor actor, MediaFilter filter, Slice slice) {
        actor.require(Permission.LOOK_ON);
        return scope.in(actor.organisation(), () -> store.slice(actor.organisation(), filter, slice));
    }

    /** How many the filter lets through. */
    public int count(Actor actor, MediaFilter filter) {
        actor.require(Permission.LOOK_ON);
        return scope.in(actor.organisation(), () -> store.count(actor.organisation(), filter));
    }

    /** What uses which file, drafts and live; files that nothing uses are left out. */
    public Map<UUID, List<MediaUse.Used>> uses(Actor actor) {
        actor.require(Permission.LOOK_ON);
        return scope.in(actor.organisation(), () -> {
            var all = new HashMap<UUID, List<MediaUse.Used>>();
            uses.forEach(use -> use.of(actor.organisation())
                    .forEach((file, used) ->
                            all.computeIfAbsent(file, none -> new ArrayList<>()).addAll(used)));
            return all;
        });
    }

    /**
     * How much room there is for files.
     *
     * @param used bytes that are taken
     * @param most bytes that may be taken
     */
    public record Room(long used, long most) {}

    /** How much room the organisation's files take, of how much. */
    public Room room(Actor actor) {
        actor.require(Permission.LOOK_ON);
        return new Room(
                scope.in(actor.organisation(), store::used), settings.room().toBytes());
    }

    /** A file without its bytes; empty when the organisation has none such. */
    public Optional<MediaFacts> find(Actor actor, UUID id) {
        actor.require(Permission.LOOK_ON);
        return scope.in(actor.organisation(), () -> store.find(id));
    }

    /** A file with its bytes; empty when the organisation has none such. */
    public Optional<MediaContent> open(Actor actor, UUID id) {
        actor.require(Permission.LOOK_ON);
        return scope.in(actor.organisation(), () -> store.open(id));
    }

    /** Deletes a file that nothing uses; throws {@link Problem} that names what does. */
    public void delete(Actor actor, UUID id) {
        actor.require(Permission.BUILD);
        scope.run(actor.organisation(), () -> {
            var file = store.find(id).orElseThrow(() -> Problem.notFound("file", id));
            var using = uses.stream()
                    .flatMap(use -> use.keeping(actor.organisation(), id).stream())
                    .map(MediaUse.Used::name)
                    .toList();
            if (!using.isEmpty()) {
                throw MEDIA_IN_USE
                        .because("'" + file.name() + "' is sent by: " + String.join(", ", using)
                                + ". Choose another file there first.")
                        .with("flows", using);
            }
            store.delete(id);
        });
    }
}
