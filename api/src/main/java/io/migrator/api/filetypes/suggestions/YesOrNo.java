package io.migrator.api.filetypes.suggestions;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/** True and false in other words. */
public final class YesOrNo {

    private static final Set<String> YES = Set.of("YES", "Y", "T", "1", "ON");
    private static final Set<String> NO = Set.of("NO", "N", "F", "0", "OFF");
    private static final List<String> WORDS = List.of("true", "false");

    private YesOrNo() {}

    /** What to say of a text that is neither. */
    public static String suggestion(String text) {
        String word = text.strip().toUpperCase(Locale.ROOT);
        if (YES.contains(word)) {
            return Meant.value("true");
        }
        return Meant.value(NO.contains(word) ? "false" : Nearest.to(word, WORDS));
    }
}
