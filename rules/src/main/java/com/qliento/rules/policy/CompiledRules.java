package com.qliento.rules.policy;

import com.qliento.rules.policy.RuleBook.Policy;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.drools.compiler.compiler.io.memory.MemoryFileSystem;
import org.drools.compiler.kie.builder.impl.InternalKieModule;
import org.drools.model.Model;
import org.drools.model.codegen.ExecutableModelProject;
import org.drools.util.PortablePath;
import org.kie.api.KieServices;
import org.kie.api.builder.KieBuilder;
import org.kie.api.builder.KieFileSystem;
import org.kie.api.builder.Message.Level;

/**
 * What the files of rules became: an archive of classes. Compiling takes several seconds of a processor, more than most of a
 * start, so it is done when Qliento is built; from a folder of classes without it, as an editor may make one, at the start.
 */
final class CompiledRules {

    private static final String ARCHIVE = "rules.kjar";

    private final byte[] archive;

    private CompiledRules(byte[] archive) {
        this.archive = archive;
    }

    /**
     * Part of the build: compiles the rules into the archive in this folder of classes.
     *
     * @throws IllegalStateException when a rule can't be compiled
     */
    public static void main(String[] arguments) throws IOException {
        Files.write(Path.of(arguments[0], "com/qliento/rules/policy", ARCHIVE), compiled().archive);
    }

    /** Those of the build. */
    static CompiledRules built() {
        try (InputStream in = CompiledRules.class.getResourceAsStream(ARCHIVE)) {
            return in == null ? compiled() : new CompiledRules(in.readAllBytes());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Compiled now. */
    static CompiledRules compiled() {
        KieServices drools = KieServices.get();
        KieFileSystem files = drools.newKieFileSystem();
        for (Policy policy : Policy.values()) {
            String name = policy.file();
            files.write("src/main/resources/com/qliento/rules/policy/" + name + "/" + name + ".drl", text(name));
        }
        KieBuilder builder = drools.newKieBuilder(files, CompiledRules.class.getClassLoader())
                .buildAll(ExecutableModelProject.class);
        if (builder.getResults().hasMessages(Level.ERROR)) {
            throw new IllegalStateException(
                    "rules can't be compiled: " + builder.getResults().getMessages(Level.ERROR));
        }
        return new CompiledRules(((InternalKieModule) builder.getKieModule()).getBytes());
    }

    /** One for each package of rules. */
    List<Model> models() {
        MemoryFileSystem files = MemoryFileSystem.readFromJar(archive);
        ClassLoader classes = files.memoryClassLoader(CompiledRules.class.getClassLoader());
        return files.getFilePaths().stream()
                .filter(path -> path.asString().endsWith("/drools-model"))
                .flatMap(list -> names(files, list))
                .map(name -> model(classes, name))
                .toList();
    }

    /** Of the classes; in the first line stands which Drools made them, and that is the one which takes them up. */
    private static Stream<String> names(MemoryFileSystem files, PortablePath list) {
        return new String(files.getBytes(list), StandardCharsets.UTF_8)
                .lines()
                .skip(1)
                .filter(name -> !name.isBlank());
    }

    private static Model model(ClassLoader classes, String name) {
        try {
            return (Model) classes.loadClass(name).getDeclaredConstructor().newInstance();
        } catch (ReflectiveOperationException damaged) {
            throw new IllegalStateException(name, damaged);
        }
    }

    private static String text(String policy) {
        try (InputStream in = CompiledRules.class.getResourceAsStream(policy + ".drl")) {
            return new String(Objects.requireNonNull(in, policy).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(policy, unreadable);
        }
    }
}
