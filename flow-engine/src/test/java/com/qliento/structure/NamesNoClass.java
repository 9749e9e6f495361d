package com.qliento.structure;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.asm.ClassReader;
import org.springframework.asm.ClassVisitor;
import org.springframework.asm.FieldVisitor;
import org.springframework.asm.Handle;
import org.springframework.asm.MethodVisitor;
import org.springframework.asm.Opcodes;

/**
 * No text in code is the name of one of our own classes: who uses what could not be seen, and nothing would move along
 * with it. Read from the class files, since ArchUnit knows no texts. The name of a bundle where a bundle is opened is
 * none of a class, though one may be called the same.
 */
public final class NamesNoClass extends ArchCondition<JavaClass> {

    private static final String OURS = "com.qliento.";

    /**
     * The engine's mark in every model that was ever deployed, in the database. A model says a class by its name; there
     * is no other way in BPMN.
     */
    private static final String SAID_BY_MODELS = ".BlockMarker";

    public NamesNoClass() {
        super("name no class of ours in a text");
    }

    @Override
    public void check(JavaClass type, ConditionEvents events) {
        type.getSource().ifPresent(source -> textsOf(source.getUri()).stream()
                .filter(NamesNoClass::isOurs)
                .forEach(text -> events.add(
                        SimpleConditionEvent.violated(type, type.getName() + " names " + text + " in a text"))));
    }

    private static boolean isOurs(String text) {
        return text.startsWith(OURS) && !text.endsWith(SAID_BY_MODELS) && there(text.replace('.', '/') + ".class");
    }

    private static boolean there(String resource) {
        return NamesNoClass.class.getClassLoader().getResource(resource) != null;
    }

    private static Set<String> textsOf(URI compiled) {
        var texts = new HashSet<String>();
        try (InputStream file = compiled.toURL().openStream()) {
            new ClassReader(file).accept(new InClass(texts), ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
        return texts;
    }

    /** Texts of a class: of its constants and its methods, not of its annotations, which the compiler can't check. */
    private static final class InClass extends ClassVisitor {

        private final Set<String> texts;

        InClass(Set<String> texts) {
            super(Opcodes.ASM9);
            this.texts = texts;
        }

        @Override
        public @Nullable FieldVisitor visitField(
                int access, String name, String type, @Nullable String signature, @Nullable Object value) {
            if (value instanceof String text) {
                texts.add(text);
            }
            return null;
        }

        @Override
        public MethodVisitor visitMethod(
                int access, String name, String type, @Nullable String signature, String @Nullable [] thrown) {
            return new InMethod(texts);
        }
    }

    private static final class InMethod extends MethodVisitor {

        private final Set<String> texts;
        private final Set<String> mine = new HashSet<>();
        private boolean opensBundle;

        InMethod(Set<String> texts) {
            super(Opcodes.ASM9);
            this.texts = texts;
        }

        @Override
        public void visitLdcInsn(Object value) {
            if (value instanceof String text) {
                mine.add(text);
            }
        }

        @Override
        public void visitInvokeDynamicInsn(String name, String type, Handle maker, Object... given) {
            for (var one : given) {
                visitLdcInsn(one);
            }
        }

        @Override
        public void visitMethodInsn(int opcode, String owner, String name, String type, boolean ofInterface) {
            opensBundle |= owner.equals("java/util/ResourceBundle") && name.equals("getBundle");
        }

        @Override
        public void visitEnd() {
            mine.removeIf(text -> opensBundle && there(text.replace('.', '/') + ".properties"));
            texts.addAll(mine);
        }
    }
}
