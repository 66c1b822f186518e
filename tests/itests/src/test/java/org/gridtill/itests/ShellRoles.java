package org.gridtill.itests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.Test;

/** What users of the shell may do who may log in, and no more. */
public class ShellRoles extends SharedSite {

  @Test
  public void theShippedClientPrintsAndTellsFailures() throws Exception {
    assertThat(site.distribution().client("gridtill:trial-balance")).contains("balanced");
    assertThatThrownBy(() -> site.distribution().client("gridtill:holder-show NOBODY"))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("NOBODY");
  }

  @Test
  public void whoeverMayLogInMayLook() throws Exception {
    String seen =
        site.distribution()
            .shellAs(
                Distribution.VISITOR,
                "gridtill:terminal-list; gridtill:credit-list; gridtill:trial-balance;"
                    + " gridtill:limit-list; gridtill:holder-show "
                    + agent.code());

    assertThat(seen)
        .contains(terminal.terminalCode())
        .contains(agent.code())
        .contains("balanced")
        .contains("Asked for")
        .contains("May take money");
  }

  @Test
  public void whoeverMayLogInMayNotChangeAnything() throws Exception {
    for (String command :
        List.of(
            "terminal-block " + terminal.terminalCode(),
            "holder-suspend " + agent.code() + " why",
            "limit-request " + agent.code() + " 9.00 why",
            "doubt-resolve -a")) {
      checkNotFound("gridtill:" + command);
    }
    assertThat(terminal.echo().code()).isEqualTo("00");
  }

  @Test
  public void whoeverAsksForALimitMayNotAuthorizeIt() throws Exception {
    String limit = agent.code() + " 2000.00";
    site.distribution().shellAs(Distribution.CLERK, "gridtill:limit-request " + limit + " why");

    checkNotFound(Distribution.CLERK, "gridtill:limit-authorize " + limit);
    site.distribution().shell("gridtill:limit-request " + limit + " why");
    assertThatThrownBy(() -> site.distribution().shell("gridtill:limit-authorize " + limit))
        .as("a role is not enough")
        .isInstanceOf(IOException.class)
        .hasMessageContaining("a second person must authorize it");

    site.distribution().shellAs(Distribution.SUPERVISOR, "gridtill:limit-drop " + agent.code());
    assertThat(site.distribution().shell("gridtill:holder-show " + agent.code()))
        .contains("drops the wish");
  }

  @Test
  public void whoeverMayLogInMayNeitherReadNorWriteFiles() throws Exception {
    Path users = site.distribution().path("etc/users.properties");
    String before = Files.readString(users);
    assertThat(before).contains(Distribution.SUPERVISOR);

    checkNotFound("shell:cat " + users);
    checkNotFound("gridtill:terminal-list > " + users);

    assertThat(Files.readString(users)).isEqualTo(before);
  }

  private void checkNotFound(String command) {
    checkNotFound(Distribution.VISITOR, command);
  }

  private void checkNotFound(String user, String command) {
    assertThatThrownBy(() -> site.distribution().shellAs(user, command))
        .as(command)
        .isInstanceOf(IOException.class)
        .hasMessageContaining("Command not found")
        .hasMessageNotContaining(Distribution.SUPERVISOR);
  }
}
