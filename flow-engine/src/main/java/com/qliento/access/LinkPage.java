package com.qliento.access;

import com.qliento.block.TextBundle;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import org.springframework.web.util.HtmlUtils;

/** The page that asks for a code. It says nothing of anybody, whatever its address. */
final class LinkPage {

    /** What the page says of the code that was sent. */
    enum Said {
        NOTHING,
        REFUSED,
        TOO_OFTEN
    }

    private static final String STYLE = """
            :root{color-scheme:light dark;font:16px/1.5 system-ui,sans-serif}*{box-sizing:border-box}
            body{margin:0;min-height:100vh;display:grid;place-items:center;padding:1rem;background:#f6f8f7;color:#14201b}
            main{width:100%;max-width:26rem;background:#fff;border:1px solid #e1e7e4;border-radius:12px;padding:2rem}
            h1{font-size:1.4rem;margin:0 0 .5rem}label{display:block;font-weight:600;margin-top:1.5rem}
            input,button{font:inherit;width:100%;border-radius:8px;padding:.7rem .9rem;margin-top:.4rem}
            input{border:1px solid #7c8a84;background:transparent;color:inherit;letter-spacing:.12em;text-transform:uppercase}
            button{border:0;background:#0b7a5b;color:#fff;font-weight:600;margin-top:1rem;cursor:pointer}
            input:focus-visible,button:focus-visible,a:focus-visible{outline:3px solid #2563a8;outline-offset:2px}
            p{margin:.5rem 0}.said{color:#b3261e;font-weight:600}.small,nav{font-size:.875rem;color:#4a5a53}
            nav{margin-top:1.5rem;display:flex;gap:1rem}a{color:inherit}
            @media(prefers-color-scheme:dark){body{background:#111815;color:#e8efeb}main{background:#18211d;border-color:#2a352f}
            .small,nav{color:#a9b8b1}.said{color:#ffb4ab}button{background:#3ecf9e;color:#06231a}
            input:focus-visible,button:focus-visible,a:focus-visible{outline-color:#8ab4f8}}
            """;

    /** Nothing is run or loaded, its own style is the only one, and what is sent goes back to where it is from. */
    static final String POLICY = "default-src 'none'; style-src 'sha256-" + hash(STYLE)
            + "'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    private static final TextBundle WORDS = TextBundle.beside(LinkPage.class, "Links");
    private static final List<String> LANGUAGES = List.of("en", "es", "pt");

    private final Locale language;

    LinkPage(Locale language) {
        this.language = language;
    }

    String html(Said said) {
        boolean wrong = said != Said.NOTHING;
        return String.format(
                Locale.ROOT,
                """
                <!DOCTYPE html>
                <html lang="%s"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
                <meta name="robots" content="noindex,nofollow"><title>%s</title><style>%s</style></head><body><main>
                <h1>%s</h1><p>%s</p>%s<form method="post"><input type="hidden" name="language" value="%s">
                <label for="code">%s</label><input id="code" name="code" required maxlength="20" autocomplete="one-time-code"
                 autocapitalize="characters" spellcheck="false" autofocus aria-describedby="help"%s>
                <button>%s</button></form><p class="small" id="help">%s</p>%s</main></body></html>
                """,
                language.getLanguage(),
                words("title"),
                STYLE,
                words("title"),
                words("text"),
                wrong ? "<p class=\"said\" role=\"alert\">" + words(key(said)) + "</p>" : "",
                language.getLanguage(),
                words("code"),
                said == Said.REFUSED ? " aria-invalid=\"true\"" : "",
                words("take"),
                words("help"),
                languages());
    }

    private static String key(Said said) {
        return said == Said.TOO_OFTEN ? "too-often" : "refused";
    }

    private String languages() {
        var links = new StringBuilder("<nav>");
        LANGUAGES.stream().filter(one -> !one.equals(language.getLanguage())).forEach(one -> links.append(
                        "<a href=\"?language=")
                .append(one)
                .append("\" lang=\"")
                .append(one)
                .append("\">")
                .append(HtmlUtils.htmlEscape(WORDS.text("language." + one, language), "UTF-8"))
                .append("</a>"));
        return links.append("</nav>").toString();
    }

    private String words(String key) {
        return HtmlUtils.htmlEscape(WORDS.text(key, language), "UTF-8");
    }

    private static String hash(String style) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(style.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
