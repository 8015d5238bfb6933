package no.journeyledger.standalone.demo;

import static no.journeyledger.standalone.demo.CommandCalls.body;

import java.util.List;
import java.util.UUID;

/** Two funds: one that four services own together, and one of the housing office alone. */
final class DemoFunds {

    private DemoFunds() {}

    static void tell(Telling telling) {
        telling.daysAgo(420);
        open(
                telling,
                DemoPeople.JOINT_FUND,
                "Felles investeringsfond",
                DemoPeople.LABOUR_AND_WELFARE,
                DemoPeople.HEALTH,
                DemoPeople.SCHOOL_AND_KINDERGARTEN,
                DemoPeople.MENTAL_HEALTH);
        contribute(telling, DemoPeople.JOINT_FUND, DemoPeople.LABOUR_AND_WELFARE, 1_200_000);
        contribute(telling, DemoPeople.JOINT_FUND, DemoPeople.HEALTH, 900_000);
        contribute(telling, DemoPeople.JOINT_FUND, DemoPeople.SCHOOL_AND_KINDERGARTEN, 400_000);
        contribute(telling, DemoPeople.JOINT_FUND, DemoPeople.MENTAL_HEALTH, 500_000);
        open(telling, DemoPeople.HOUSING_FUND, "Boligsosialt fond", DemoPeople.HOUSING);
        contribute(telling, DemoPeople.HOUSING_FUND, DemoPeople.HOUSING, 800_000);
    }

    private static void open(Telling telling, UUID fund, String name, UUID... owners) {
        telling.send(DemoPeople.FUND_MANAGER, "/v1/funds", body("fund", fund, "name", name, "owners", List.of(owners)));
    }

    private static void contribute(Telling telling, UUID fund, UUID organisation, long kroner) {
        telling.send(
                DemoPeople.FUND_MANAGER,
                "/v1/funds/" + fund + "/contributions",
                body("organisation", organisation, "year", telling.year(), "amountOre", kroner * 100));
    }
}
