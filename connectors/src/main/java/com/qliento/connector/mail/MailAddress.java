package com.qliento.connector.mail;

import java.net.IDN;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Where mail comes from or goes to: nothing but an address, whatever somebody wrote. Personal, so its text shows nothing.
 *
 * @param address with its domain in letters that every server takes
 * @param name of whoever has it; empty when it is not known
 */
public record MailAddress(String address, String name) {

    private static final int LONGEST = 254;
    private static final Pattern LOCAL =
            Pattern.compile("[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(\\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*");
    private static final Pattern DOMAIN =
            Pattern.compile("([A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?\\.)+[A-Za-z][A-Za-z0-9-]{0,61}[A-Za-z0-9]");

    /**
     * Reads an address such as {@code ann@example.com}, spaces around it aside. Empty when it is none, or one of the forms
     * that nobody has: with quotes, comments, several addresses, a machine's name or number.
     */
    public static Optional<MailAddress> parse(String written) {
        var text = written.strip();
        int at = text.lastIndexOf('@');
        if (at < 1 || at > 64 || text.length() > LONGEST) {
            return Optional.empty();
        }
        var local = text.substring(0, at);
        var domain = ascii(text.substring(at + 1));
        return LOCAL.matcher(local).matches() && DOMAIN.matcher(domain).matches()
                ? Optional.of(new MailAddress(local + "@" + domain, ""))
                : Optional.empty();
    }

    private static String ascii(String domain) {
        try {
            return IDN.toASCII(domain, IDN.USE_STD3_ASCII_RULES);
        } catch (IllegalArgumentException none) {
            return "";
        }
    }

    /** The same with the name of whoever has it. */
    public MailAddress named(String whose) {
        return new MailAddress(address, HeaderText.of(whose));
    }

    /** What stands behind the at sign. */
    public String domain() {
        return address.substring(address.lastIndexOf('@') + 1);
    }

    @Override
    public String toString() {
        return "MailAddress";
    }
}
