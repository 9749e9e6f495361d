package com.qliento.notice;

import com.qliento.block.TextBundle;
import com.qliento.mail.PlatformMail;
import java.text.Format;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;

/** What a notice says, in somebody's language. */
final class NoticeWords {

    private static final TextBundle WORDS = TextBundle.beside(NoticeWords.class, "Notices");

    private NoticeWords() {}

    static PlatformMail.Words of(NoticeKind kind, Trouble trouble, String organisation, Locale language) {
        return new PlatformMail.Words(
                language,
                words(kind.column() + ".title", trouble, language),
                List.of(
                        words(kind.column() + ".text", trouble, language),
                        words(kind.column() + ".do", trouble, language)),
                words("why", language, organisation));
    }

    private static String words(String key, Trouble trouble, Locale language) {
        return words(key, language, trouble.count(), trouble.about());
    }

    private static String words(String key, Locale language, Object... values) {
        Format words = new MessageFormat(WORDS.text(key, language), language);
        return words.format(values);
    }
}
