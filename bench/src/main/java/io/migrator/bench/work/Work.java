package io.migrator.bench.work;

import io.migrator.bench.measure.Line;
import java.util.List;

/** Something that is measured. */
public interface Work {

    /** The names that it is asked for by; a work that measures several things in one go has several. */
    List<String> ids();

    /** Measures. */
    List<Line> run(Course course) throws Exception;
}
