package com.qliento.structure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How many source files lie in a package. */
final class PackageSizes {

    /** A package with more has more than one thing to do. */
    static final long MOST = 40;

    private PackageSizes() {}

    /** The packages below this folder of sources that are too large, each with its number of files. */
    static Map<String, Long> tooLarge(Path sources) throws IOException {
        try (Stream<Path> files = Files.walk(sources)) {
            var sizes = files.filter(file -> file.toString().endsWith(".java"))
                    .collect(Collectors.groupingBy(
                            file -> sources.relativize(file.getParent()).toString(),
                            TreeMap::new,
                            Collectors.counting()));
            sizes.values().removeIf(size -> size <= MOST);
            return sizes;
        }
    }
}
