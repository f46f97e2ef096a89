package io.migrator.api.filetypes.suggestions;

import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Mailbox addresses with a slip: a blank inside, a mark at the end, a name around it, no at sign. */
public final class MailboxSlips {

    private static final Pattern NAMED = Pattern.compile("[^<>]*<([^<>]+)>\\W*");
    private static final Pattern AROUND = Pattern.compile("^(?i:mailto:)|[.,;:>]+$");
    private static final Pattern AT = Pattern.compile("(?i)\\(at\\)|\\[at\\]");
    private static final Pattern DOTS = Pattern.compile("\\.{2,}");

    private MailboxSlips() {}

    /** What to say of a text that is no address. */
    public static String suggestion(String text, Predicate<String> isRight) {
        Matcher named = NAMED.matcher(text);
        String address = named.matches() ? named.group(1) : text;
        address = AT.matcher(address.replaceAll("[\\s\\p{Zs}]", "")).replaceAll("@");
        address = AROUND.matcher(address).replaceAll("");
        address = DOTS.matcher(address.replace(',', '.')).replaceAll(".");
        if (address.indexOf('@') < 0) {
            return "There is no @ between name and domain.";
        }
        return Meant.corrected(text, address, isRight);
    }
}
