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
  public void whoeverMayLogInMayLook() throws Exception {
    String seen =
        site.distribution()
            .shellAs(
                Distribution.VISITOR,
                "gridtill:terminal-list; gridtill:credit-list; gridtill:trial-balance");

    assertThat(seen).contains(terminal.terminalCode()).contains(agent.code()).contains("balanced");
  }

  @Test
  public void whoeverMayLogInMayNotChangeAnything() throws Exception {
    for (String command :
        List.of("terminal-block " + terminal.terminalCode(), "doubt-resolve -a")) {
      checkNotFound("gridtill:" + command);
    }
    assertThat(terminal.echo().code()).isEqualTo("00");
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
    assertThatThrownBy(() -> site.distribution().shellAs(Distribution.VISITOR, command))
        .as(command)
        .isInstanceOf(IOException.class)
        .hasMessageContaining("Command not found")
        .hasMessageNotContaining(Distribution.SUPERVISOR);
  }
}
