package com.qliento.rules.sheet;

import com.qliento.rules.sheet.XlsxFormat.Token;
import com.qliento.rules.sheet.XlsxFormat.TokenType;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/** A number in one section of a format. */
final class XlsxShown {

    private final List<Token> section;
    private final int point;
    private final StringBuilder text = new StringBuilder();
    private String whole = "";
    private String fraction = "";
    private int left;
    private int behind;

    XlsxShown(List<Token> section) {
        this.section = section;
        int found = section.stream().map(Token::type).toList().indexOf(TokenType.POINT);
        this.point = found < 0 ? section.size() : found;
    }

    String of(BigDecimal number) {
        int percents = (int) count(TokenType.PERCENT, 0, section.size());
        BigDecimal rounded = number.abs()
                .movePointRight(2 * percents - 3 * thousands())
                .setScale(digits(point, section.size()), RoundingMode.HALF_UP);
        String[] parts = rounded.toPlainString().split("\\.", -1);
        whole = parts[0].equals("0") ? "" : parts[0];
        fraction = parts.length > 1 ? parts[1] : "";
        int least = (int) count(TokenType.ZERO, point, section.size());
        while (fraction.length() > least && fraction.endsWith("0")) {
            fraction = fraction.substring(0, fraction.length() - 1);
        }
        left = digits(0, point);
        boolean first = true;
        for (int i = 0; i < section.size(); i++) {
            Token token = section.get(i);
            if (token.type() != TokenType.ZERO && token.type() != TokenType.DIGIT) {
                text.append(i == point && !fraction.isEmpty() ? "." : words(token));
            } else if (i > point) {
                text.append(behind < fraction.length() ? fraction.substring(behind, ++behind) : "");
            } else {
                wholes(token.type() == TokenType.ZERO, first);
                first = false;
            }
        }
        String sign = number.signum() < 0 && rounded.signum() != 0 ? "-" : "";
        return sign + text.toString().replaceAll("\\s+", " ").strip();
    }

    private static String words(Token token) {
        return token.type() == TokenType.CONDITION ? "" : token.words();
    }

    /** The digits of one place; the first place has all that are left of it too. */
    private void wholes(boolean zero, boolean first) {
        left--;
        for (int digit = first ? Math.max(left, whole.length() - 1) : left; digit >= left; digit--) {
            if (digit < whole.length()) {
                text.append(whole.charAt(whole.length() - 1 - digit));
            } else if (zero) {
                text.append('0');
            } else {
                continue;
            }
            text.append(digit > 0 && digit % 3 == 0 && grouped() ? "," : "");
        }
    }

    private int digits(int from, int to) {
        return (int) (count(TokenType.ZERO, from, to) + count(TokenType.DIGIT, from, to));
    }

    private long count(TokenType type, int from, int to) {
        return section.subList(from, to).stream()
                .filter(token -> token.type() == type)
                .count();
    }

    /** Commas behind the last digit: the number is shown in thousands. */
    private int thousands() {
        int last = 0;
        for (int i = 0; i < point; i++) {
            boolean digit =
                    section.get(i).type() == TokenType.ZERO || section.get(i).type() == TokenType.DIGIT;
            last = digit ? i : last;
        }
        return (int) count(TokenType.COMMA, last, point);
    }

    private boolean grouped() {
        return count(TokenType.COMMA, 0, point) > thousands();
    }
}
