package org.gridtill.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.karaf.jaas.boot.principal.ClientPrincipal;
import org.apache.karaf.jaas.boot.principal.UserPrincipal;
import org.apache.karaf.shell.api.action.Command;
import org.gridtill.api.adapter.Money;
import org.gridtill.api.platform.accounts.AccountStatement;
import org.gridtill.api.platform.accounts.Journal;
import org.gridtill.api.platform.credit.Agencies;
import org.gridtill.api.platform.credit.Credit;
import org.gridtill.api.platform.credit.Holder;
import org.gridtill.api.platform.credit.Limits;
import org.gridtill.api.platform.people.PersonPrincipal;
import org.gridtill.api.platform.people.Role;
import org.gridtill.api.platform.terminals.Terminal;
import org.gridtill.api.platform.terminals.TerminalRegistry;
import org.gridtill.api.platform.time.PlatformClock;
import org.junit.jupiter.api.Test;

/**
 * Wang Fang administers A1, and A11 below it. Beside it stands A2, above it A0; nothing of those is
 * ever shown or changed.
 */
class UnitScopeTest {

  private static final Instant NOW = Instant.parse("2026-11-28T08:00:00Z");
  private static final List<String> OUTSIDE = List.of("A0", "A2", "A2/C2", "T2", "A12");

  private final Credit credit =
      Lines.service(
          Lines.line("A0", null),
          Lines.line("A1", "A0"),
          Lines.line("A1/C1", null),
          Lines.line("A11", "A1"),
          Lines.line("A12", "A0"),
          Lines.line("A2", "A0"),
          Lines.line("A2/C2", null));
  private final List<String> changed = new ArrayList<>();
  private final TerminalRegistry terminals =
      Fake.of(
          TerminalRegistry.class,
          Map.of(
              "list", arguments -> List.of(terminal("T1", "A11"), terminal("T2", "A2")),
              "find",
                  arguments ->
                      Optional.of(
                          terminal(
                              (String) arguments[0], arguments[0].equals("T1") ? "A11" : "A2")),
              "setStatus",
                  arguments -> {
                    changed.add("status " + arguments[0]);
                    return null;
                  }));
  private final Limits limits =
      Fake.of(
          Limits.class,
          Map.of(
              "requests", arguments -> List.of(request("A11"), request("A2"), request("A0")),
              "request",
                  arguments -> {
                    changed.add("limit " + arguments[0]);
                    return null;
                  }));
  private final Agencies agencies =
      Fake.of(
          Agencies.class,
          Map.of(
              "contact", arguments -> new Agencies.Contact("", ""),
              "history", arguments -> List.of()));
  private final Journal journal =
      Fake.of(
          Journal.class,
          Map.of(
              "statement",
              arguments ->
                  new AccountStatement(
                      (String) arguments[0],
                      (LocalDate) arguments[1],
                      (LocalDate) arguments[2],
                      Money.ZERO,
                      List.of())));
  private final PlatformClock clock =
      Fake.of(
          PlatformClock.class,
          Map.of(
              "now", arguments -> NOW,
              "zone", arguments -> ZoneOffset.UTC,
              "accountingDate", arguments -> LocalDate.of(2026, 11, 28)));

  private static Terminal terminal(String code, String agency) {
    return new Terminal(
        code,
        agency,
        "pos",
        org.gridtill.api.platform.terminals.TerminalKind.POS,
        "",
        Terminal.Status.ACTIVE,
        "000001",
        null,
        null,
        null,
        false);
  }

  private static Limits.Request request(String agency) {
    return new Limits.Request(Holder.agency(agency), Money.parse("5.00"), "bob", NOW, "why");
  }

  private CreditListCommand creditList(String holder) {
    CreditListCommand command = new CreditListCommand();
    command.credit = credit;
    command.holder = holder;
    return command;
  }

  private HolderShowCommand holderShow(String holder) {
    HolderShowCommand command = new HolderShowCommand();
    command.credit = credit;
    command.agencies = agencies;
    command.limits = limits;
    command.holder = holder;
    return command;
  }

  private AgencyStatementCommand statement(String agency) {
    AgencyStatementCommand command = new AgencyStatementCommand();
    command.credit = credit;
    command.journal = journal;
    command.clock = clock;
    command.agency = agency;
    return command;
  }

  private TerminalListCommand terminalList() {
    TerminalListCommand command = new TerminalListCommand();
    command.terminals = terminals;
    command.clock = clock;
    return command;
  }

  private TerminalBlockCommand block(String terminal) {
    TerminalBlockCommand command = new TerminalBlockCommand();
    command.terminals = terminals;
    command.code = terminal;
    return command;
  }

  private LimitListCommand limitList() {
    LimitListCommand command = new LimitListCommand();
    command.limits = limits;
    command.credit = credit;
    return command;
  }

  private LimitRequestCommand limitRequest(String holder) {
    LimitRequestCommand command = new LimitRequestCommand();
    command.limits = limits;
    command.credit = credit;
    command.holder = holder;
    command.limit = "7.00";
    command.reason = "more";
    return command;
  }

  /** Each command that people of a unit may use, on something of the unit. */
  private List<ShellCommand> inside() {
    return List.of(
        creditList(null),
        creditList("A1"),
        holderShow("A1"),
        holderShow("A1/C1"),
        holderShow("A11"),
        statement("A11"),
        terminalList(),
        block("T1"),
        limitList(),
        limitRequest("A11"),
        limitRequest("A1/C1"));
  }

  private List<ShellCommand> outside() {
    return List.of(
        creditList("A2"),
        creditList("A0"),
        creditList("A2/C2"),
        holderShow("A2"),
        holderShow("A0"),
        statement("A2"),
        statement("A12"),
        block("T2"),
        limitRequest("A2"),
        limitRequest("A0"),
        limitRequest("A2/C2"));
  }

  private List<String> asWangFang(ShellCommand command) throws Exception {
    command.allHolders = credit;
    return As.run(
        Set.of(
            new ClientPrincipal("ssh", "/10.0.0.7:1"),
            new UserPrincipal("wang"),
            new PersonPrincipal("wang", Set.of(Role.AGENCY), "A1")),
        () -> new Printed().run(command));
  }

  @Test
  void whatIsInsideIsShownAndNothingElse() throws Exception {
    for (ShellCommand command : inside()) {
      List<String> printed = asWangFang(command);
      assertThat(printed).as(command.getClass().getSimpleName()).isNotEmpty();
      // The column Under names who stands above the unit, whom its people know.
      for (String foreign : OUTSIDE.subList(1, OUTSIDE.size())) {
        assertThat(printed).noneMatch(line -> line.matches(".*\\b" + foreign + "\\b.*"));
      }
    }
    assertThat(changed).containsExactly("status T1", "limit A11", "limit A1/C1");
  }

  @Test
  void whatIsOutsideIsNotThere() {
    for (ShellCommand command : outside()) {
      assertThatThrownBy(() -> asWangFang(command))
          .as(command.getClass().getSimpleName())
          .hasMessageMatching("no (agency|collector|terminal) (A0|A2|A2/C2|A12|T2)");
    }
    assertThat(changed).isEmpty();
  }

  @Test
  void everybodyElseSeesEverything() throws Exception {
    for (ShellCommand command : outside()) {
      assertThat(As.user("alice", () -> new Printed().run(command))).isNotEmpty();
    }
  }

  /** A command that is opened to units must be tried above, on what is outside too. */
  @Test
  void everyCommandForUnitsIsTried() throws Exception {
    Set<Class<?>> tried =
        Stream.concat(inside().stream(), outside().stream())
            .map(Object::getClass)
            .collect(Collectors.toSet());
    tried.add(PasswordChangeCommand.class);
    assertThat(commands().filter(type -> type.isAnnotationPresent(ForUnit.class)))
        .containsExactlyInAnyOrderElementsOf(tried);
  }

  @Test
  void anyOtherCommandRefusesPeopleOfAUnit() throws Exception {
    for (Class<?> type :
        commands().filter(type -> !type.isAnnotationPresent(ForUnit.class)).toList()) {
      ShellCommand command = (ShellCommand) type.getConstructor().newInstance();
      assertThatThrownBy(() -> asWangFang(command))
          .as(type.getSimpleName())
          .hasMessage("this is not for whoever administers one agency");
    }
  }

  /** The rules let them find no other, either. */
  @Test
  void theRulesNameThoseCommands() throws Exception {
    Set<String> ruled = new TreeSet<>();
    for (String line :
        Files.readAllLines(
            Path.of(
                "../../karaf-assembly/src/main/resources/etc/org.apache.karaf.command.acl.gridtill.cfg"))) {
      if (line.matches("[a-z-]+ = (.*,)?agency(,.*)?")) {
        ruled.add(line.substring(0, line.indexOf(' ')));
      }
    }
    assertThat(
            commands()
                .filter(type -> type.isAnnotationPresent(ForUnit.class))
                .map(type -> type.getAnnotation(Command.class).name()))
        .containsExactlyInAnyOrderElementsOf(ruled);
  }

  private static Stream<Class<?>> commands() throws Exception {
    List<Class<?>> types = new ArrayList<>();
    try (Stream<Path> files = Files.list(Path.of("target/classes/org/gridtill/shell"))) {
      for (Path file : files.toList()) {
        String name = file.getFileName().toString();
        if (name.endsWith("Command.class")) {
          Class<?> type =
              Class.forName(
                  "org.gridtill.shell." + name.substring(0, name.length() - ".class".length()));
          if (type.isAnnotationPresent(Command.class)) {
            types.add(type);
          }
        }
      }
    }
    return types.stream();
  }

  @Test
  void aRingOfAgenciesEndsOutside() {
    Credit ring =
        Lines.service(Lines.line("A1", null), Lines.line("B1", "B2"), Lines.line("B2", "B1"));
    CreditListCommand command = creditList("B1");
    command.credit = ring;
    assertThatThrownBy(
            () -> {
              command.allHolders = ring;
              As.run(
                  Set.of(new PersonPrincipal("wang", Set.of(Role.AGENCY), "A1")),
                  () -> new Printed().run(command));
            })
        .hasMessage("no agency B1");
  }
}
