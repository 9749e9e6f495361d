package com.qliento.scene;

import java.io.IOException;
import org.springframework.core.type.classreading.MetadataReader;
import org.springframework.core.type.classreading.MetadataReaderFactory;
import org.springframework.core.type.filter.TypeFilter;

/** Components that other tests brought along: no part of the application. */
final class FromTests implements TypeFilter {

    @Override
    public boolean match(MetadataReader reader, MetadataReaderFactory factory) throws IOException {
        var place = reader.getResource().getURL().toString();
        return place.contains("/test-classes/") || place.contains("-tests.jar");
    }
}
