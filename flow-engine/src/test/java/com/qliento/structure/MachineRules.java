package com.qliento.structure;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The habits of the machine (language, digits, characters, time zone, names) decide nothing. */
final class MachineRules {

    static final ArchRule NOTHING_ASKS_THE_MACHINE_FOR_ITS_HABITS = noClasses()
            .that()
            .resideOutsideOfPackage("com.qliento.machine..")
            .should()
            .callCodeUnitWhere(new AsksTheMachine());

    /** Calls that read a default of the machine whatever they are given. */
    private static final Set<String> ALWAYS = Set.of(
            "java.time.ZoneId.systemDefault",
            "java.util.TimeZone.getDefault",
            "java.util.Locale.getDefault",
            "java.nio.charset.Charset.defaultCharset",
            "java.net.InetAddress.getLocalHost",
            "java.text.MessageFormat.format");

    /** Calls that do unless they are given a language. */
    private static final Set<String> WITHOUT_LANGUAGE = Set.of(
            "java.lang.String.toLowerCase",
            "java.lang.String.toUpperCase",
            "java.lang.String.format",
            "java.lang.String.formatted",
            "java.io.PrintStream.printf",
            "java.io.PrintStream.format",
            "java.io.PrintWriter.printf",
            "java.time.format.DateTimeFormatter.ofPattern",
            "java.text.NumberFormat.getInstance",
            "java.text.NumberFormat.getNumberInstance",
            "java.text.NumberFormat.getPercentInstance",
            "java.text.NumberFormat.getCurrencyInstance",
            "java.text.Collator.getInstance",
            "java.text.DecimalFormat.<init>",
            "java.text.MessageFormat.<init>",
            "java.text.SimpleDateFormat.<init>");

    /** Calls that do unless they are told the characters. */
    private static final Set<String> WITHOUT_CHARACTERS = Set.of(
            "java.lang.String.getBytes",
            "java.io.InputStreamReader.<init>",
            "java.io.OutputStreamWriter.<init>",
            "java.io.FileReader.<init>",
            "java.io.FileWriter.<init>",
            "java.io.ByteArrayOutputStream.toString",
            "java.util.Scanner.<init>");

    private static final List<String> CHARACTERS = List.of(Charset.class.getName(), String.class.getName());

    private MachineRules() {}

    private static final class AsksTheMachine extends DescribedPredicate<JavaCall<?>> {

        AsksTheMachine() {
            super("asks the machine for its language, zone, characters or name");
        }

        @Override
        public boolean test(JavaCall<?> call) {
            var target = call.getTarget();
            var name = target.getOwner().getFullName() + "." + target.getName();
            var given = target.getRawParameterTypes().stream()
                    .map(JavaClass::getFullName)
                    .toList();
            return ALWAYS.contains(name)
                    || (WITHOUT_LANGUAGE.contains(name) && !given.contains(Locale.class.getName()) && !symbols(given))
                    || (WITHOUT_CHARACTERS.contains(name) && given.stream().noneMatch(CHARACTERS::contains))
                    || (name.equals("java.lang.String.<init>") && given.equals(List.of(byte[].class.getName())));
        }

        private static boolean symbols(List<String> given) {
            return given.contains("java.text.DecimalFormatSymbols");
        }
    }
}
