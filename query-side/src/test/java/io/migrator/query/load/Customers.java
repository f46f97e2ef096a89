package io.migrator.query.load;

import io.migrator.api.filetypes.StagedRow;
import java.util.AbstractList;
import java.util.List;

/** Customers of about 150 characters, each made when it is asked for, and always the same. */
final class Customers extends AbstractList<StagedRow> {

    private static final List<String> FIRST = List.of("Oliver", "Tom", "Liam", "Zoë", "Ava", "Mia", "Jack", "Ruby");
    private static final List<String> LAST = List.of("Jones", "Smith", "Brown", "Nguyen", "Taylor", "Wilson", "Lee");
    private static final List<String> PLACE = List.of("Manly,NSW,2095", "Carlton,VIC,3053", "Perth,WA,6000");
    private static final List<String> STREET = List.of("Harbour St", "King St", "Station Rd", "Ocean Pde");

    private final int size;

    Customers(int size) {
        this.size = size;
    }

    @Override
    public StagedRow get(int index) {
        int mixed = Integer.reverse((index + 1) * 0x9E3779B1) >>> 1;
        String first = FIRST.get(mixed % 8);
        String last = LAST.get(mixed / 8 % 7);
        String record = "C-" + (10_000_000 + index) + ",Ms," + first + ',' + last + ",19" + two(30 + mixed % 70) + '-'
                + two(1 + mixed / 3 % 12) + '-' + two(1 + mixed / 5 % 28) + ',' + first + '.' + index
                + "@example.com,+614" + (10_000_000 + mixed / 7 % 90_000_000) + ',' + (1 + mixed % 199) + ' '
                + STREET.get(mixed / 11 % 4) + ",," + PLACE.get(mixed / 13 % 3) + ",AU,ACTIVE,20" + two(mixed / 17 % 20)
                + "-05-04T03:21:00Z,true,en-AU,," + (100 + mixed % 250) + "00";
        return new StagedRow(record, null);
    }

    private static String two(int number) {
        return number < 10 ? "0" + number : Integer.toString(number);
    }

    @Override
    public int size() {
        return size;
    }
}
