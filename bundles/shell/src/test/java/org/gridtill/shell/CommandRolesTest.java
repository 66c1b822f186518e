package org.gridtill.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
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

  private static Properties rules() throws IOException {
    Properties rules = new Properties();
    try (Reader reader = Files.newBufferedReader(RULES)) {
      rules.load(reader);
    }
    return rules;
  }

  private static Set<String> commands() throws IOException {
    Set<String> names = new TreeSet<>();
    try (Stream<Path> files = Files.list(CLASSES)) {
      files
          .map(file -> file.getFileName().toString())
          .filter(file -> file.endsWith("Command.class"))
          .map(CommandRolesTest::command)
          .filter(Objects::nonNull)
          .forEach(command -> names.add(command.name()));
    }
    return names;
  }

  private static Command command(String file) {
    String name = file.substring(0, file.length() - ".class".length());
    try {
      return Class.forName(CommandRolesTest.class.getPackageName() + '.' + name)
          .getAnnotation(Command.class);
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(e);
    }
  }
}
