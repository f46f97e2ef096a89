package io.migrator.api.filetypes.rules;

import java.util.List;

/** Wording of advice. */
public final class Words {

    private Words() {}

    /** "A, B or C". */
    public static String either(List<String> words) {
        int last = words.size() - 1;
        return last < 1 ? String.join("", words) : String.join(", ", words.subList(0, last)) + " or " + words.get(last);
    }
}
