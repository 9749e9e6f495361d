package com.qliento.rules.sheet;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * How a workbook shows a number: its author saw a postcode, a share or an amount where the file has a bare number.
 * What differs between countries is shown as the file has it, with a decimal point.
 */
final class XlsxFormat {

    /** Those known by number alone that have a currency; the others of accounting have none. */
    private static final Set<Integer> CURRENCY_IDS = Set.of(5, 6, 7, 8, 42, 44);

    private static final String CURRENCY = "$#,##0.00;-$#,##0.00";

    /** A spreadsheet program keeps no longer ones. */
    private static final int LONGEST = 255;

    private static final Pattern CONDITION = Pattern.compile("(<=|>=|<>|<|>|=)(-?\\d{1,30}(?:\\.\\d{1,30})?)");
    private static final Pattern SYMBOL = Pattern.compile("\\p{Sc}");
    private static final Pattern WORD = Pattern.compile("\\p{L}+");
    private static final Set<String> CURRENCIES = Currency.getAvailableCurrencies().stream()
            .map(Currency::getCurrencyCode)
            .collect(Collectors.toUnmodifiableSet());

    /** A piece of a format; only some have words. */
    record Token(TokenType type, String words) {}

    /** What a piece is. */
    enum TokenType {
        ZERO,
        DIGIT,
        POINT,
        COMMA,
        PERCENT,
        WORDS,
        CURRENCY,
        CONDITION,
        SECTION,
        OTHER
    }

    private final String code;
    private final List<Token> tokens = new ArrayList<>();
    private int at;

    private XlsxFormat(String code) {
        this.code = code;
        while (at < code.length()) {
            Token token = token(code.charAt(at++));
            if (token.type() != TokenType.WORDS || !token.words().isEmpty()) {
                tokens.add(token);
            }
        }
    }

    /** The number as it is shown, with what the format says that it is. */
    static Grid.Cell cell(BigDecimal number, @Nullable String code, @Nullable Integer id) {
        String plain = number.toPlainString();
        String known = code != null ? code : id != null && CURRENCY_IDS.contains(id) ? CURRENCY : "";
        if (known.isEmpty() || known.length() > LONGEST) {
            return new Grid.Cell(Grid.Kind.NUMBER, plain);
        }
        var format = new XlsxFormat(known);
        Grid.Kind kind = kind(format.tokens);
        if (kind == Grid.Kind.NUMBER) {
            return new Grid.Cell(kind, plain);
        }
        String shown = format.shown(number);
        // An amount of nothing may be shown as a dash, which would be read as anything.
        boolean told = shown.chars().anyMatch(Character::isLetterOrDigit);
        return new Grid.Cell(kind, plain, told ? shown : plain);
    }

    private Token token(char sign) {
        return switch (sign) {
            case '0' -> new Token(TokenType.ZERO, "");
            case '#', '?' -> new Token(TokenType.DIGIT, "");
            case '.' -> new Token(TokenType.POINT, "");
            case ',' -> new Token(TokenType.COMMA, "");
            case '%' -> new Token(TokenType.PERCENT, "%");
            case ';' -> new Token(TokenType.SECTION, "");
            case '"' -> words(until('"'));
            case '[' -> bracket(until(']'));
            case '\\' -> words(next());
            case '_', '*' -> words(next().isEmpty() ? "" : " ");
            case '/', '@', 'E' -> new Token(TokenType.OTHER, "");
            default -> words(String.valueOf(sign));
        };
    }

    private static Token words(String words) {
        return new Token(TokenType.WORDS, words);
    }

    private String next() {
        return at < code.length() ? String.valueOf(code.charAt(at++)) : "";
    }

    private String until(char end) {
        int found = code.indexOf(end, at);
        String inside = code.substring(at, found < 0 ? code.length() : found);
        at = found < 0 ? code.length() : found + 1;
        return inside;
    }

    /** A currency and a country, a condition, or a colour. */
    private static Token bracket(String inside) {
        if (inside.startsWith("$")) {
            int country = inside.indexOf('-');
            String symbol = inside.substring(1, country < 0 ? inside.length() : country);
            return symbol.isBlank() ? words("") : new Token(TokenType.CURRENCY, symbol);
        }
        return CONDITION.matcher(inside).matches() ? new Token(TokenType.CONDITION, inside) : words("");
    }

    private static Grid.Kind kind(List<Token> tokens) {
        Set<TokenType> types = tokens.stream().map(Token::type).collect(Collectors.toSet());
        boolean digits = types.contains(TokenType.ZERO) || types.contains(TokenType.DIGIT);
        if (!digits || types.contains(TokenType.OTHER)) {
            return Grid.Kind.NUMBER;
        }
        if (types.contains(TokenType.PERCENT)) {
            return Grid.Kind.PERCENT;
        }
        if (types.contains(TokenType.CURRENCY) || currency(tokens)) {
            return Grid.Kind.CURRENCY;
        }
        return filled(tokens) ? Grid.Kind.DIGITS : Grid.Kind.NUMBER;
    }

    private static boolean currency(List<Token> tokens) {
        String words = tokens.stream()
                .map(token -> token.type() == TokenType.WORDS ? token.words() : "0")
                .collect(Collectors.joining());
        return SYMBOL.matcher(words).find()
                || WORD.matcher(words).results().anyMatch(word -> CURRENCIES.contains(word.group()));
    }

    /** Whether it shows zeros that the number does not have, or parts digits as those of a telephone. */
    private static boolean filled(List<Token> tokens) {
        int zeros = 0;
        boolean hyphen = false;
        boolean digits = false;
        for (Token token : tokens) {
            boolean digit = token.type() == TokenType.ZERO || token.type() == TokenType.DIGIT;
            if (token.type() == TokenType.POINT || token.type() == TokenType.SECTION) {
                break;
            }
            zeros += token.type() == TokenType.ZERO ? 1 : 0;
            if (zeros > 1 || (digit && hyphen)) {
                return true;
            }
            digits |= digit;
            hyphen |= digits && token.words().contains("-");
        }
        return false;
    }

    private String shown(BigDecimal number) {
        List<List<Token>> sections = sections();
        for (List<Token> section : sections) {
            Token condition = section.stream()
                    .filter(token -> token.type() == TokenType.CONDITION)
                    .findFirst()
                    .orElse(null);
            if (condition != null && meets(number, condition.words())) {
                return new XlsxShown(section).of(number);
            }
        }
        if (tokens.stream().anyMatch(token -> token.type() == TokenType.CONDITION)) {
            return new XlsxShown(sections.get(sections.size() - 1)).of(number);
        }
        if (number.signum() < 0 && sections.size() > 1) {
            return new XlsxShown(sections.get(1)).of(number.negate());
        }
        return new XlsxShown(sections.get(number.signum() == 0 && sections.size() > 2 ? 2 : 0)).of(number);
    }

    /** For numbers above zero, below, and zero; or each for what its condition says. */
    private List<List<Token>> sections() {
        var sections = new ArrayList<List<Token>>(List.of(new ArrayList<>()));
        for (Token token : tokens) {
            if (token.type() == TokenType.SECTION) {
                sections.add(new ArrayList<>());
            } else {
                sections.get(sections.size() - 1).add(token);
            }
        }
        return sections;
    }

    private static boolean meets(BigDecimal number, String condition) {
        Matcher parts = CONDITION.matcher(condition);
        if (!parts.matches()) {
            return false;
        }
        int order = number.compareTo(new BigDecimal(parts.group(2)));
        return switch (parts.group(1)) {
            case "<" -> order < 0;
            case "<=" -> order <= 0;
            case ">" -> order > 0;
            case ">=" -> order >= 0;
            case "=" -> order == 0;
            default -> order != 0;
        };
    }
}
