package io.migrator.api.filetypes.rules;

import java.util.IllformedLocaleException;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Language tags after BCP 47, judged by the JDK. A file holds few different ones, so the good ones are remembered. */
final class LanguageTags {

    private static final int REMEMBERED = 1000;
    private static final int LONGEST = 100;
    private static final Set<String> WELL_FORMED = ConcurrentHashMap.newKeySet();

    private LanguageTags() {}

    static boolean isWellFormed(String tag) {
        return WELL_FORMED.contains(tag) || (tag.length() <= LONGEST && judge(tag));
    }

    private static boolean judge(String tag) {
        try {
            new Locale.Builder().setLanguageTag(tag);
        } catch (IllformedLocaleException e) {
            return false;
        }
        if (WELL_FORMED.size() < REMEMBERED) {
            WELL_FORMED.add(tag);
        }
        return true;
    }
}
