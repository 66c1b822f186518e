package org.gridtill.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.gridtill.people.FakeVendors.PRINT;
import static org.gridtill.people.Town.PASSWORD;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.gridtill.api.platform.approvals.Act;
import org.gridtill.api.platform.approvals.Approvals.Approved;
import org.gridtill.api.platform.approvals.Approvals.Asked;
import org.gridtill.api.platform.approvals.Request;
import org.gridtill.api.platform.approvals.Request.State;
import org.gridtill.api.platform.audit.AuditTrail.Filter;
import org.gridtill.api.platform.people.Caller;
import org.gridtill.api.platform.people.Role;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two administrators, anna and bert, and what neither does alone. */
class JpaApprovalsTest {

  private static final Caller ANNA = Town.caller("anna");
  private static final Caller BERT = Town.caller("bert");
  private static final Set<Role> ADMIN = Set.of(Role.ADMINISTRATOR);
  private static final Act CAROL = Act.addPerson("carol", ADMIN, null);
  private static final Act ACME = Act.trustVendor("acme", "PEM", PRINT);

  private final Town town = new Town();
  private final FakeVendors vendors = new FakeVendors();
  private JpaApprovals approvals;

  @BeforeEach
  void twoAdministrators() {
    restart();
    settle("anna", Role.ADMINISTRATOR);
    settle("bert", Role.ADMINISTRATOR);
  }

  @AfterEach
  void close() {
    town.close();
  }

  private void settle(String name, Role... roles) {
    String oneTime = town.people.add(name, Set.of(roles), null, ANNA);
    town.people.changePassword(oneTime.toCharArray(), PASSWORD.toCharArray(), Town.caller(name));
    assertThat(town.login(name, PASSWORD)).isPresent();
  }

  private void restart() {
    approvals =
        new JpaApprovals(town.database.jpa(), town.clock, town.people(Town.SETTINGS), vendors);
  }

  private State state(long number) {
    return approvals.list().stream()
        .filter(request -> request.number() == number)
        .map(Request::state)
        .findFirst()
        .orElseThrow();
  }

  private static void assertRefused(String why, ThrowingCallable call) {
    assertThatThrownBy(call).isInstanceOf(RuntimeException.class).hasMessageContaining(why);
  }

  @Test
  void whoIsTheOnlyOneActsAloneAndThatIsRecorded() {
    assertThat(town.trail.latest(new Filter(null, "person-add", null), 9))
        .extracting(r -> r.event().subject() + ": " + r.event().details())
        .containsExactly(
            "bert: alone: no other administrator has ever logged in",
            "anna: alone: no other administrator has ever logged in");
    assertThat(approvals.isNeeded(CAROL, ANNA)).isTrue();
    assertThat(approvals.isNeeded(ACME, ANNA)).isTrue();
    assertThat(approvals.isNeeded(Act.addPerson("m", Set.of(Role.MANAGER), null), ANNA)).isFalse();
  }

  @Test
  void aSecondOneWhoHasNeverLoggedInIsNobodyToAsk() {
    try (Town small = new Town()) {
      small.people.add("anna", ADMIN, null, Town.ADMIN);
      small.people.add("bert", ADMIN, null, ANNA);
      small.people.resetPassword("bert", ANNA);
      assertThat(small.people.find("bert").orElseThrow().mustChange()).isTrue();
    }
  }

  @Test
  void whatIsAboutAdministratorsIsNotDoneAlone() {
    settle("mona", Role.MANAGER);
    String why = "needs another administrator";
    assertRefused(why, () -> town.people.add("carol", ADMIN, null, ANNA));
    assertRefused(why, () -> town.people.assign("mona", ADMIN, null, ANNA));
    assertRefused(why, () -> town.people.assign("bert", Set.of(Role.MANAGER), null, ANNA));
    assertRefused(why, () -> town.people.resetPassword("bert", ANNA));
    town.people.lock("bert", ANNA);
    assertRefused(why, () -> town.people.unlock("bert", ANNA));
    assertThat(town.people.find("carol")).isEmpty();

    town.people.resetPassword("mona", ANNA);
    town.people.assign("mona", Set.of(Role.FINANCE), null, ANNA);
  }

  @Test
  void whoLocksTheOthersIsNotAloneThen() {
    town.people.lock("bert", ANNA);
    assertRefused("needs another", () -> town.people.add("carol", ADMIN, null, ANNA));
    assertThat(approvals.isNeeded(ACME, ANNA)).isTrue();
  }

  @Test
  void neitherOfTheTwoKnowsTheWholePassword() {
    Asked asked = approvals.ask(CAROL, ANNA);
    Approved approved = approvals.approve(asked.number(), "carol", BERT);

    assertThat(town.login("carol", asked.firstHalf())).isEmpty();
    assertThat(town.login("carol", approved.secondHalf())).isEmpty();
    assertThat(town.login("carol", asked.firstHalf() + "-" + approved.secondHalf())).isPresent();
    assertThat(town.trail.latest(Filter.ALL, 100))
        .allSatisfy(
            r -> assertThat(r.toString()).doesNotContain(asked.firstHalf(), approved.secondHalf()));
    assertThat(
            town.trail.latest(new Filter("bert", "person-add", null), 1).get(0).event().details())
        .isEqualTo("request 1 of anna");
  }

  @Test
  void nobodyApprovesTheirOwnNorAnotherThanTheyMean() {
    long number = approvals.ask(CAROL, ANNA).number();
    assertRefused("anna has asked for this", () -> approvals.approve(number, "carol", ANNA));
    assertRefused("is about carol", () -> approvals.approve(number, "caro", BERT));
    assertRefused("there is no request 77", () -> approvals.approve(77, "carol", BERT));
    assertThat(state(number)).isEqualTo(State.REQUESTED);
    assertThat(town.people.find("carol")).isEmpty();
  }

  @Test
  void theSameIsAskedForOnce() {
    approvals.ask(CAROL, ANNA);
    assertRefused("asked for already, as request 1", () -> approvals.ask(CAROL, BERT));
    assertRefused(
        "this needs nobody else",
        () -> approvals.ask(Act.addPerson("x1", Set.of(Role.MANAGER), null), ANNA));
    assertRefused("a name is", () -> approvals.ask(Act.addPerson("X", ADMIN, null), ANNA));
    assertRefused(
        "the certificate's fingerprint is another one",
        () -> approvals.ask(Act.trustVendor("acme", "PEM", "00:00"), ANNA));
  }

  @Test
  void whatWasRefusedOrHasExpiredIsNotApproved() {
    long refused = approvals.ask(CAROL, ANNA).number();
    approvals.refuse(refused, ANNA);
    assertRefused("it is REFUSED", () -> approvals.approve(refused, "carol", BERT));
    assertRefused("does not wait any more", () -> approvals.refuse(refused, BERT));

    long late = approvals.ask(CAROL, ANNA).number();
    town.clock.pass(Duration.ofHours(24));
    assertRefused("it is EXPIRED", () -> approvals.approve(late, "carol", BERT));
    assertThat(approvals.ask(CAROL, ANNA).number()).isEqualTo(late + 1);
    assertThat(town.people.find("carol")).isEmpty();
  }

  @Test
  void aRequestOfSomebodyWhoWasLockedSinceIsWorthNothing() {
    long number = approvals.ask(CAROL, ANNA).number();
    town.people.lock("anna", BERT);
    assertRefused("no administrator any more", () -> approvals.approve(number, "carol", BERT));
  }

  @Test
  void whoHasChangedSinceIsLookedAtAgain() {
    settle("mona", Role.MANAGER);
    long number = approvals.ask(Act.assignPerson("mona", ADMIN, null), ANNA).number();
    town.people.assign("mona", Set.of(Role.FINANCE), null, ANNA);
    assertRefused(
        "mona was manager when this was asked for, and is finance",
        () -> approvals.approve(number, "mona", BERT));
  }

  @Test
  void allKindsAreDone() {
    settle("mona", Role.MANAGER);
    approve(Act.assignPerson("mona", ADMIN, null), "mona");
    assertThat(town.people.find("mona").orElseThrow().roles()).isEqualTo(ADMIN);
    Asked asked = approvals.ask(Act.resetPerson("mona"), ANNA);
    String half = approvals.approve(asked.number(), "mona", BERT).secondHalf();
    assertThat(town.login("mona", PASSWORD)).isEmpty();
    assertThat(town.login("mona", asked.firstHalf() + "-" + half)).isPresent();
    town.people.lock("mona", ANNA);
    approve(Act.unlockPerson("mona"), "mona");
    assertThat(town.people.find("mona").orElseThrow().locked()).isFalse();
    approve(ACME, "abcd");
    assertThat(vendors.trusted).extracting(v -> v.trustedBy()).containsExactly("anna and bert");
  }

  private void approve(Act act, String confirmation) {
    long number = approvals.ask(act, ANNA).number();
    approvals.approve(number, confirmation, BERT);
    assertThat(state(number)).isEqualTo(State.DONE);
  }

  @Test
  void ofTwoWhoApproveAtOnceOneDoes() throws Exception {
    settle("mona", Role.MANAGER);
    approve(Act.assignPerson("mona", ADMIN, null), "mona");
    ExecutorService pool = Executors.newFixedThreadPool(2);
    try {
      for (int round = 0; round < 10; round++) {
        long number = approvals.ask(Act.trustVendor("v" + round, "PEM", PRINT), ANNA).number();
        CyclicBarrier together = new CyclicBarrier(2);
        List<Future<Boolean>> done = new ArrayList<>();
        for (Caller who : List.of(BERT, Town.caller("mona"))) {
          done.add(
              pool.submit(
                  () -> {
                    together.await();
                    try {
                      approvals.approve(number, PRINT, who);
                      return true;
                    } catch (IllegalStateException e) {
                      return false;
                    }
                  }));
        }
        assertThat(List.of(done.get(0).get(), done.get(1).get()))
            .containsExactlyInAnyOrder(true, false);
        assertThat(vendors.calls).isEqualTo(round + 1);
      }
    } finally {
      pool.shutdownNow();
    }
  }

  @Test
  void aRequestSurvivesARestart() {
    long number = approvals.ask(CAROL, ANNA).number();
    restart();
    approvals.approve(number, "carol", BERT);
    assertThat(town.people.find("carol")).isPresent();
  }

  @Test
  void ifTheApprovalIsNotCommittedNothingIsDone() {
    long number = approvals.ask(CAROL, ANNA).number();
    town.database.failNextCommit();
    assertRefused("the database is away", () -> approvals.approve(number, "carol", BERT));
    restart();
    assertThat(town.people.find("carol")).isEmpty();
    assertThat(state(number)).isEqualTo(State.REQUESTED);
    approvals.approve(number, "carol", BERT);
    assertThat(town.people.find("carol")).isPresent();
  }

  @Test
  void ifTheTrustIsNotCommittedNobodyIsTrusted() {
    long number = approvals.ask(ACME, ANNA).number();
    town.database.failNextCommit();
    assertRefused("the database is away", () -> approvals.approve(number, PRINT, BERT));
    restart();
    assertThat(vendors.calls).isZero();
    assertThat(state(number)).isEqualTo(State.REQUESTED);
  }

  @Test
  void whatWasApprovedWhenThePowerFailedIsDoneAtTheNextStart() {
    long number = approvals.ask(ACME, ANNA).number();
    vendors.powerFailure = new Error("the power has failed");
    assertThatThrownBy(() -> approvals.approve(number, PRINT, BERT)).isInstanceOf(Error.class);
    assertThat(state(number)).isEqualTo(State.APPROVED);
    vendors.powerFailure = null;

    restart();
    assertThat(state(number)).isEqualTo(State.DONE);
    assertThat(vendors.calls).as("it was trusted before the power failed").isEqualTo(1);
    vendors.trusted.clear();
    restart();
    assertThat(vendors.trusted).as("revoked since").isEmpty();
  }

  @Test
  void whatFailedBeforeTheTrustIsDoneAtTheNextStart() {
    long number = approvals.ask(ACME, ANNA).number();
    vendors.powerFailure = new Error("the power has failed");
    assertThatThrownBy(() -> approvals.approve(number, PRINT, BERT)).isInstanceOf(Error.class);
    vendors.powerFailure = null;
    vendors.trusted.clear();

    restart();
    assertThat(state(number)).isEqualTo(State.DONE);
    assertThat(vendors.trusted).hasSize(1);
  }

  @Test
  void whatCannotBeDoneHasFailed() {
    long number = approvals.ask(ACME, ANNA).number();
    vendors.obstacle = new IllegalStateException("the disk is full");
    assertRefused(
        "this was approved, but the disk is full", () -> approvals.approve(number, PRINT, BERT));
    assertThat(state(number)).isEqualTo(State.FAILED);
    vendors.obstacle = null;
    restart();
    assertThat(vendors.trusted).isEmpty();
    approve(ACME, PRINT);
  }
}
