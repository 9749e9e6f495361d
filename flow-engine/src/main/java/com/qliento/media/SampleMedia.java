package com.qliento.media;

import com.qliento.account.Actor;
import com.qliento.account.Permission;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/** Files that come with a sample, in its folder {@code media}. A flow made of the sample finds them once they are brought. */
@Component
public class SampleMedia {

    private final MediaFiles files;

    SampleMedia(MediaFiles files) {
        this.files = files;
    }

    /** Keeps the files of this sample, as if the actor had uploaded them; nothing for one that has none. */
    public void bring(Actor actor, String sample) {
        actor.require(Permission.BUILD);
        for (Resource file : resources(sample)) {
            files.upload(actor, name(file), bytes(file));
        }
    }

    /** What the files of this sample will be once they are brought. */
    public static List<MediaFacts> of(String sample) {
        var facts = new ArrayList<MediaFacts>();
        for (Resource file : resources(sample)) {
            facts.add(NewMedia.of(name(file), bytes(file), Integer.MAX_VALUE, Instant.EPOCH)
                    .content()
                    .facts());
        }
        return facts;
    }

    private static List<Resource> resources(String sample) {
        try {
            return List.of(new PathMatchingResourcePatternResolver()
                    .getResources("classpath*:samples/" + sample + "/media/*.*"));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String name(Resource file) {
        return Objects.requireNonNull(file.getFilename());
    }

    private static byte[] bytes(Resource file) {
        try {
            return file.getContentAsByteArray();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
