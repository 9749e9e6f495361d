package com.qliento;

import com.qliento.erasure.CertificateCheck;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

/**
 * The command {@value #OPTION}: checks the certificate of an erasure with a public key, and shows what it says. Needs no
 * database, no network and no settings: whoever was erased can do it.
 */
final class CertificateCommand {

    static final String OPTION = "--verify-certificate=";
    static final String KEY = "--public-key=";

    private static final String USAGE = "Say which: " + OPTION + "certificate.json " + KEY
            + "key, where the key is the text that /api/v1/audit/keys" + " gives as publicKey, or a file with it.";

    private CertificateCommand() {}

    static boolean isAskedFor(String... arguments) {
        return Arrays.stream(arguments).anyMatch(one -> one.startsWith(OPTION.substring(0, OPTION.length() - 1)));
    }

    /** Gives what the process ends with: 0 when the certificate is good, 1 when it is not, 2 when it can't be looked at. */
    static int run(PrintStream out, String... arguments) {
        var file = value(OPTION, arguments);
        var key = value(KEY, arguments);
        if (file.isEmpty() || key.isEmpty()) {
            out.println(USAGE);
            return 2;
        }
        try {
            var outcome = CertificateCheck.check(read(file.get()), keyOf(key.get()));
            out.println(
                    outcome.isGood()
                            ? outcome.content() + System.lineSeparator() + "The certificate is as it was signed."
                            : outcome.problem());
            return outcome.isGood() ? 0 : 1;
        } catch (IOException | InvalidPathException notThere) {
            out.println("A file can't be read. " + USAGE);
            return 2;
        }
    }

    private static Optional<String> value(String option, String... arguments) {
        return Arrays.stream(arguments)
                .filter(one -> one.startsWith(option))
                .map(one -> one.substring(option.length()))
                .filter(one -> !one.isBlank())
                .findFirst();
    }

    /** What is not text of ours reads as something else, which no signature fits. */
    private static String read(String file) throws IOException {
        return new String(Files.readAllBytes(Path.of(file)), StandardCharsets.UTF_8);
    }

    private static String keyOf(String given) throws IOException {
        return given.endsWith("=") || given.length() == 60 ? given : read(given).strip();
    }
}
