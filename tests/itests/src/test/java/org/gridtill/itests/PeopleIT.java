package org.gridtill.itests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.ops4j.pax.exam.karaf.options.KarafDistributionOption.editConfigurationFilePut;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.AfterClass;
import org.junit.BeforeClass;
import org.junit.FixMethodOrder;
import org.junit.Test;
import org.junit.runners.MethodSorters;

/**
 * People on the distribution as it is shipped, over its own ssh: the first administrator, whom it
 * adds, what each role finds in the shell, and what the audit trail has of it.
 */
@FixMethodOrder(MethodSorters.NAME_ASCENDING)
public class PeopleIT {

  private static final Duration BOOT = Duration.ofSeconds(300);
  private static final String ADMIN = "admin";
  private static final String PASSWORD = "a long enough one 7";
  private static final Pattern ONE_TIME = Pattern.compile("one-time password of \\S+: (\\S+)");
  private static final List<String> ROLES =
      List.of("manager", "finance", "auditor", "operations", "agency");

  /** What anybody who has logged in finds of Karaf's own commands. */
  private static final Set<String> HARMLESS =
      Set.of("shell:clear", "shell:date", "shell:echo", "shell:if", "shell:logout");

  private static Distribution distribution;
  private static Set<String> commands;

  @BeforeClass
  public static void start() throws Exception {
    distribution =
        Distribution.start(
            new Distribution.Setup("people", Distribution.HTTP_PORT, 2, true),
            editConfigurationFilePut("etc/org.gridtill.people.cfg", "fileUsers", "emergency"));
    Eventually.holds("there is a first password", BOOT, () -> Files.exists(firstPassword()));
    String oneTime = Files.readString(firstPassword()).strip();
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(firstPassword())))
        .isEqualTo("rw-------");
    Eventually.holds(
        "the shell lets in",
        BOOT,
        () -> {
          commands = all(ADMIN, oneTime);
          return commands.size() > 150;
        });
    assertThat(visible(ADMIN, oneTime))
        .as("a newcomer")
        .isEqualTo(with("gridtill:password-change"));
    assertThat(change(ADMIN, oneTime, "too short")).contains("a password has 12 to 128 characters");
    assertThat(firstPassword()).exists();
    change(ADMIN, oneTime, PASSWORD);
    assertThat(firstPassword()).doesNotExist();
    Eventually.holds(
        "the simulated agencies are there", BOOT, () -> admin("credit-list").contains("A001"));
    Matcher added = ONE_TIME.matcher(admin(String.join("; gridtill:", additions())));
    for (String role : ROLES) {
      assertThat(added.find()).isTrue();
      change(role, added.group(1), PASSWORD);
    }
  }

  private static List<String> additions() {
    return ROLES.stream()
        .map(
            role ->
                "person-add " + (role.equals("agency") ? "--unit A001 " : "") + role + " " + role)
        .toList();
  }

  @AfterClass
  public static void stop() {
    if (distribution != null) {
      distribution.close();
    }
  }

  private static Path firstPassword() {
    return distribution.path("etc/first-password");
  }

  private static String change(String name, String old, String next) throws Exception {
    try {
      return distribution.shellAs(
          name, old, "gridtill:password-change --old \"" + old + "\" --new \"" + next + '"');
    } catch (IOException e) {
      return e.getMessage();
    }
  }

  private static String admin(String command) throws IOException, InterruptedException {
    return distribution.shellAs(ADMIN, PASSWORD, "gridtill:" + command);
  }

  /** Returns all commands with their scopes, also those that whoever asks must not use. */
  private static Set<String> all(String name, String password) throws Exception {
    return Arrays.stream(
            distribution
                .shellAs(name, password, "shell:echo $.commands")
                .replaceAll("[\\[\\]\"]", "")
                .split("\\s+"))
        .filter(command -> command.matches("[a-z]+:[a-z].*"))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** Returns the commands that somebody finds who types each of them. */
  private static Set<String> visible(String name, String password) throws Exception {
    Set<String> found = new TreeSet<>(commands);
    List<String> lines = found.stream().map(command -> command + " --help").toList();
    Matcher missing =
        Pattern.compile("Command not found: (\\S+)")
            .matcher(distribution.session(name, password, lines));
    while (missing.find()) {
      found.remove(missing.group(1).toLowerCase(Locale.ROOT));
    }
    return found;
  }

  private static Set<String> with(String... more) {
    Set<String> commands = new TreeSet<>(HARMLESS);
    commands.addAll(List.of(more));
    return commands;
  }

  @Test
  public void eachRoleFindsWhatItsRulesSayAndNothingElse() throws Exception {
    Map<String, Set<String>> rules = rules();
    for (String role : ROLES) {
      Set<String> allowed =
          commands.stream()
              .filter(
                  command ->
                      rules.getOrDefault(command, Set.of()).contains(role)
                          || HARMLESS.contains(command))
              .collect(Collectors.toCollection(TreeSet::new));
      Set<String> visible = visible(role, PASSWORD);
      assertThat(visible).as(role).isEqualTo(allowed);
      assertHarmless(visible);
      if (role.equals("auditor")) {
        assertChangesNothing(visible);
      }
    }
  }

  /** Of Karaf's own commands, nobody but an administrator has one that changes something. */
  private static void assertHarmless(Set<String> visible) {
    assertThat(visible)
        .filteredOn(command -> !command.startsWith("gridtill:") && !HARMLESS.contains(command))
        .allMatch(
            command ->
                command.matches(
                    "(bundle|feature|log|scr|service|system):(capabilities|diag|find-class"
                        + "|headers|id|info|list|requirements|services|status|tree-show|repo-list"
                        + "|version-list|display|exception-display|get|tail|components|details"
                        + "|version)|shell:threads"));
  }

  private static void assertChangesNothing(Set<String> visible) {
    assertThat(visible)
        .filteredOn(command -> command.startsWith("gridtill:"))
        .allMatch(
            command ->
                command.matches(
                    ".*-(list|show|statement|check|preview|anchor|verify|export|unmatched|balance|status)"
                        + "|.*:(adapter-trust|state-machine|reversible-amount|password-change)"));
  }

  private static Map<String, Set<String>> rules() throws IOException {
    Map<String, Set<String>> rules = new HashMap<>();
    String prefix = "org.apache.karaf.command.acl.";
    try (var files = Files.newDirectoryStream(distribution.path("etc"), prefix + "*.cfg")) {
      for (Path file : files) {
        String name = file.getFileName().toString();
        String scope = name.substring(prefix.length(), name.length() - ".cfg".length());
        Properties lines = new Properties();
        try (var reader = Files.newBufferedReader(file)) {
          lines.load(reader);
        }
        lines.forEach(
            (command, roles) ->
                rules.put(scope + ':' + command, Set.of(roles.toString().split(","))));
      }
    }
    return rules;
  }

  @Test
  public void administratorsNeedEachOther() throws Exception {
    TwoAdministrators two = new TwoAdministrators(distribution, ADMIN, PASSWORD);
    two.theFirstAddsTheSecondAlone();
    two.aThirdOneIsAddedByBoth();
    two.aVendorIsTrustedByBothAndRevokedByOne();
  }

  @Test
  public void usersOfTheFileStayOutWhileTheDatabaseAnswers() {
    assertThatThrownBy(() -> distribution.shell("gridtill:credit-list"))
        .isInstanceOf(IOException.class)
        .hasMessageNotContaining("A001");
  }

  @Test
  public void wrongPasswordsLockOut() throws Exception {
    for (int i = 0; i < 5; i++) {
      assertOut("finance", "wrong");
    }
    assertOut("finance", PASSWORD);
    assertThat(admin("person-list")).contains("locked out until");
    admin("person-unlock finance");
    assertThat(distribution.shellAs("finance", PASSWORD, "gridtill:limit-list")).contains("Holder");
  }

  private static void assertOut(String name, String password) {
    assertThatThrownBy(() -> distribution.shellAs(name, password, "gridtill:limit-list"))
        .isInstanceOf(IOException.class)
        .hasMessageNotContaining("Holder");
  }

  @Test
  public void whoAdministersAnAgencySeesNoOther() throws Exception {
    assertThat(distribution.shellAs("agency", PASSWORD, "gridtill:credit-list"))
        .contains("A001")
        .doesNotContain("A002");
    assertThatThrownBy(() -> distribution.shellAs("agency", PASSWORD, "gridtill:holder-show A002"))
        .hasMessageContaining("no agency A002");
    assertThatThrownBy(
            () -> distribution.shellAs("agency", PASSWORD, "gridtill:terminal-block T0000002"))
        .hasMessageContaining("no terminal T0000002");
  }

  @Test
  public void theTrailHasWhoDidWhat() throws Exception {
    distribution.shellAs("operations", PASSWORD, "gridtill:terminal-block T0000002");
    admin("terminal-unblock T0000002");

    String trail =
        distribution.shellAs(
            "auditor",
            PASSWORD,
            "gridtill:audit-list --act person-add; gridtill:audit-list --act terminal-block");
    assertThat(trail)
        .containsPattern("platform .*person-add .*admin .*administrator")
        .containsPattern("admin .*ssh.*person-add .*finance")
        .containsPattern("operations .*ssh.*terminal-block .*T0000002 .*DONE .*ACTIVE .*BLOCKED")
        .doesNotContain(PASSWORD);
    Matcher anchor =
        Pattern.compile("[0-9]+:[0-9a-f]{64}")
            .matcher(distribution.shellAs("auditor", PASSWORD, "gridtill:audit-anchor"));
    assertThat(anchor.find()).isTrue();
    assertThat(
            distribution.shellAs(
                "auditor", PASSWORD, "gridtill:audit-verify --anchor " + anchor.group()))
        .contains("nothing was altered, is missing or was inserted");
  }

  @Test
  public void nothingListensForOthersAndNothingForManagementBeans() throws Exception {
    long process =
        ProcessHandle.current()
            .descendants()
            .filter(
                child ->
                    child
                        .info()
                        .commandLine()
                        .filter(line -> line.contains(distribution.path("etc").toString()))
                        .isPresent())
            .findFirst()
            .orElseThrow()
            .pid();
    Map<Integer, Boolean> ports = ListeningSockets.of(process);

    assertThat(ports).containsKeys(Distribution.SSH_PORT, Distribution.POS_PORT);
    assertThat(ports).containsEntry(Distribution.SSH_PORT, false);
    assertThat(ports.entrySet().stream().filter(Map.Entry::getValue))
        .as("reachable from elsewhere is one, by which the test starts and stops it: " + ports)
        .hasSizeLessThanOrEqualTo(1);
    assertThat(ports)
        .as("terminals, http, ssh, Karaf's own to be stopped, and that one; none for beans")
        .hasSizeLessThanOrEqualTo(5);
    assertThat(distribution.shellAs(ADMIN, PASSWORD, "bundle:list -s"))
        .contains("org.gridtill.people")
        .doesNotContain("org.apache.karaf.management");
  }

  /** Ends with everything as it was. */
  @Test
  public void whenPeopleCannotBeAskedForTheFileIs() throws Exception {
    distribution.shellAs(ADMIN, PASSWORD, "bundle:stop org.gridtill.people");
    try {
      assertOut(ADMIN, PASSWORD);
      assertThat(distribution.shell("gridtill:limit-list")).contains("Holder");
    } finally {
      distribution.shell("bundle:start org.gridtill.people");
    }
    Eventually.holds("people are back", BOOT, () -> admin("person-list").contains(ADMIN));
    usersOfTheFileStayOutWhileTheDatabaseAnswers();
    Eventually.holds(
        "Karaf's commands are recorded",
        BOOT,
        () -> {
          String trail = admin("audit-list --act bundle:");
          return trail.matches("(?s).*admin .*bundle:stop .*DONE.*")
              && trail.matches("(?s).*itests .*bundle:start .*DONE.*");
        });
  }
}
