package io.migrator.query.projection;

import io.migrator.api.Caller;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The projections, for operations staff: positions and counts of the whole installation, nothing of any upload. */
@RestController
@RequestMapping("/api/v1/projections")
class ProjectionController {

    private final Projections projections;

    ProjectionController(Projections projections) {
        this.projections = projections;
    }

    /** State, position, lag and the progress of a rebuild of each projection. */
    @GetMapping
    List<ProjectionState> all() {
        return projections.states();
    }

    /** Builds a projection again from the first event on; until it is there, reads of it answer 503. */
    @PostMapping("/{name}/reset")
    @ResponseStatus(HttpStatus.ACCEPTED)
    void reset(Caller caller, @PathVariable("name") String name) {
        projections.reset(name, caller.name());
    }
}
