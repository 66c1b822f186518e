package org.gridtill.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.karaf.shell.api.action.Command;
import org.junit.jupiter.api.Test;

/** The shipped rules that say who may use a command. */
class CommandRolesTest {

  private static final Path RULES =
      Path.of(
          "../../karaf-assembly/src/main/resources/etc/org.apache.karaf.command.acl.gridtill.cfg");
  private static final Path CLASSES = Path.of("target/classes/org/gridtill/shell");

  @Test
  void eachCommandHasARuleAndEachRuleACommand() throws IOException {
    assertThat(rules().stringPropertyNames()).containsExactlyInAnyOrderElementsOf(commands());
  }

  @Test
  void adminMayDoEverything() throws IOException {
    Properties rules = rules();
    assertThat(rules.stringPropertyNames())
        .allSatisfy(command -> assertThat(rules.getProperty(command).split(",")).contains("admin"));
  }

  /**
   * Without the annotation a command is recorded; with it, its name must say that it only looks.
   */
  @Test
  void whatIsNotRecordedOnlyLooks() throws IOException {
    assertThat(types().filter(type -> type.isAnnotationPresent(LookOnly.class)))
        .isNotEmpty()
        .allSatisfy(
            type ->
                assertThat(type.getAnnotation(Command.class).name())
                    .matches(
                        ".*-(list|show|statement|check|preview|anchor|verify|unmatched|balance)"
                            + "|adapter-trust|state-machine|reversible-amount"));
  }

  /**
   * Whatever a command does when its services are away, the trail has its beginning and its end.
   */
  @Test
  void everyOtherIsRecorded() throws Exception {
    for (Class<?> type :
        types().filter(type -> !type.isAnnotationPresent(LookOnly.class)).toList()) {
      ShellCommand command = (ShellCommand) type.getConstructor().newInstance();
      Recorded recorded = new Recorded();
      command.audit = recorded.trail;
      try {
        As.user("alice", command::execute);
      } catch (Exception e) {
        assertThat(recorded.events).as(type.getName()).hasSize(2);
      }
      assertThat(recorded.events)
          .as(type.getName())
          .isNotEmpty()
          .allSatisfy(
              event -> assertThat(event.act()).isEqualTo(type.getAnnotation(Command.class).name()));
    }
  }

  private static Properties rules() throws IOException {
    Properties rules = new Properties();
    try (Reader reader = Files.newBufferedReader(RULES)) {
      rules.load(reader);
    }
    return rules;
  }

  private static Set<String> commands() throws IOException {
    return types()
        .map(type -> type.getAnnotation(Command.class).name())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** Returns the classes of all commands. */
  private static Stream<Class<?>> types() throws IOException {
    try (Stream<Path> files = Files.list(CLASSES)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(file -> file.endsWith("Command.class"))
          .<Class<?>>map(CommandRolesTest::type)
          .filter(type -> type.isAnnotationPresent(Command.class))
          .toList()
          .stream();
    }
  }

  private static Class<?> type(String file) {
    String name = file.substring(0, file.length() - ".class".length());
    try {
      return Class.forName(CommandRolesTest.class.getPackageName() + '.' + name);
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(e);
    }
  }
}
