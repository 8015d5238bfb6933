package no.journeyledger.economics.selfreport;

import java.time.LocalDate;
import no.journeyledger.economics.CannotBeCalculated;
import no.journeyledger.economics.parameters.Parameters;
import no.journeyledger.economics.parameters.Who5Scale;

/**
 * One WHO-5 form, scored.
 *
 * @param respondent who answered
 * @param on the day it was filled in
 * @param score the result
 * @param scale how it was scored
 * @param parameterVersion the version of the parameters the scoring is from
 * @param <R> own or proxy; the two are never compared or pooled
 */
public record Who5Report<R extends Respondent>(
        R respondent, LocalDate on, Who5Score score, Who5Scale scale, String parameterVersion) {

    /**
     * Scores a form.
     *
     * @throws CannotBeCalculated when it does not fit the instrument
     */
    public static <R extends Respondent> Who5Report<R> of(
            R respondent, LocalDate on, Answers answers, Parameters parameters) {
        Who5Scale scale = parameters.instruments().who5();
        return new Who5Report<>(respondent, on, Who5Score.of(answers, scale), scale, parameters.version());
    }
}
