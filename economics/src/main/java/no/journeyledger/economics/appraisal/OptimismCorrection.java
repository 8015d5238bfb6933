package no.journeyledger.economics.appraisal;

import static no.journeyledger.economics.Arithmetic.requireShare;
import static no.journeyledger.economics.Arithmetic.requireText;

import java.math.BigDecimal;
import no.journeyledger.economics.effect.Role;

/**
 * Plans promise too much: costs are raised and benefits lowered before they are believed. {@code cost x (1 + up)},
 * {@code benefit x (1 - down)}; a dis-benefit is raised, {@code x (1 + down)}, so a correction never makes a plan look
 * better.
 *
 * @param costsUp the share by which costs are raised
 * @param benefitsDown the share by which benefits are lowered
 * @param reason what the shares rest on, or why there is no correction
 */
public record OptimismCorrection(BigDecimal costsUp, BigDecimal benefitsDown, String reason) {

    /** Refuses what is no share and what has no reason. */
    public OptimismCorrection {
        requireShare(costsUp, "The rise of costs");
        requireShare(benefitsDown, "The fall of benefits");
        requireText(reason, "What an optimism correction rests on");
    }

    /** No correction, with the reason. */
    public static OptimismCorrection none(String reason) {
        return new OptimismCorrection(BigDecimal.ZERO, BigDecimal.ZERO, reason);
    }

    BigDecimal factor(Role role, int signOfPrice) {
        return switch (role) {
            case Role.Cost ignored -> BigDecimal.ONE.add(costsUp);
            case Role.Benefit ignored ->
                signOfPrice < 0 ? BigDecimal.ONE.add(benefitsDown) : BigDecimal.ONE.subtract(benefitsDown);
        };
    }
}
