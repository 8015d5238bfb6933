package no.journeyledger.query.economics;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import no.journeyledger.query.course.CourseProjection;
import no.journeyledger.query.door.Asked;
import no.journeyledger.query.door.Asking;
import no.journeyledger.query.door.Reader;
import no.journeyledger.query.economics.Matrix.Squares;
import no.journeyledger.query.economics.Question.Moment;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The journey matrix. */
@RestController
@Tag(name = "Economics")
class MatrixController {

    private static final List<String> VIEWS = List.of(EconomicsProjection.NAME, CourseProjection.NAME);

    private final Asking asking;
    private final MatrixKept kept = new MatrixKept();

    MatrixController(Asking asking) {
        this.asking = asking;
    }

    @Operation(
            operationId = "getPortfolioMatrix",
            summary = "The journey matrix",
            description =
                    "Stage by degree of vulnerability, with three circles for each journey: where it started, is and is"
                            + " going. The degree is the one judged last, by team and by household apart; the goal has none of its own and"
                            + " stands beside it. Analysts are told of journeys as they are now, in whole parts of blocks, none of them"
                            + " small.")
    @GetMapping("/v1/portfolio/matrix")
    ResponseEntity<Squares> matrix(
            @ParameterObject Chosen.Filter filter,
            @RequestParam(name = "asOf", required = false) @Nullable String asOf,
            Asked asked) {
        return asking.answer(asked, VIEWS, views -> matrix(views, asked.reader(), filter, asOf));
    }

    @Operation(
            operationId = "exportPortfolioMatrix",
            summary = "The same as a file",
            description = "One row per square and who judged.")
    @GetMapping("/v1/portfolio/matrix/export")
    ResponseEntity<byte[]> matrixExport(
            @RequestParam(name = "format") Export.Format format,
            @ParameterObject Chosen.Filter filter,
            @RequestParam(name = "asOf", required = false) @Nullable String asOf,
            Asked asked) {
        return Export.answer(
                asking.answer(
                        asked,
                        VIEWS,
                        views -> Matrix.export(matrix(views, asked.reader(), filter, asOf))
                                .as(format)),
                format,
                "matrix");
    }

    private Squares matrix(JdbcClient views, Reader reader, Chosen.Filter filter, @Nullable String asOf) {
        return EconomicsController.calculated(() -> {
            Integer fewest = EconomicsController.fewest(views, reader, asOf);
            Moment moment = Question.of(asOf).moment(views);
            long seen = views.sql("SELECT coalesce(min(position), 0) FROM views.projection_progress WHERE name = ?")
                    .param(CourseProjection.NAME)
                    .query(Long.class)
                    .single();
            long position = Math.min(moment.position(), seen);
            if (asOf != null) {
                return Matrix.everything(views, filter, position);
            }
            MatrixKept.State now = kept.at(views, position);
            return fewest == null
                    ? Matrix.everything(now.cells(), filter, now.position())
                    : Matrix.merged(now.cells(), filter, now.position(), fewest);
        });
    }
}
