package com.qliento.structure.broken;

import java.io.ByteArrayInputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.time.ZoneId;
import java.util.Locale;

/** Lets the machine's habits decide, in each way the rule knows. */
@SuppressWarnings({"StringCaseLocaleUsage", "DefaultCharset", "DefaultLocale", "AnnotateFormatMethod"})
public final class AsksTheMachine {

    String lower(String text) {
        return text.toLowerCase();
    }

    String digits(int number) {
        return String.format("%d", number);
    }

    String digitsToo(int number) {
        return "%d".formatted(number);
    }

    String message(int number) {
        return MessageFormat.format("{0}", number);
    }

    byte[] bytes(String text) {
        return text.getBytes();
    }

    String text(byte[] bytes) {
        return new String(bytes);
    }

    Reader reader(byte[] bytes) {
        return new InputStreamReader(new ByteArrayInputStream(bytes));
    }

    ZoneId zone() {
        return ZoneId.systemDefault();
    }

    InetAddress name() throws UnknownHostException {
        return InetAddress.getLocalHost();
    }

    byte[] allowed(String text) {
        return String.format(Locale.ROOT, "%d %s", 1, text.toUpperCase(Locale.ROOT))
                .getBytes(StandardCharsets.UTF_8);
    }
}
