package org.gridtill.shell;

import java.io.IOException;
import java.util.Arrays;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.Session;
import org.gridtill.api.platform.people.People;

/** Changes one's own password. What is typed is never shown, also not in an error. */
@ForUnit
@Service
@Command(
    scope = "gridtill",
    name = "password-change",
    description = "Changes your password; asks for the one until now and, twice, for the new one")
public class PasswordChangeCommand extends PeopleCommand {

  @Option(
      name = "--old",
      censor = true,
      description = "The password until now; for scripts only, as it stays in their history")
  String old;

  @Option(name = "--new", censor = true, description = "The new password, likewise")
  String next;

  @Reference Session session;

  @Override
  void run(People register) throws Exception {
    var caller = caller();
    char[] before = typed("Password until now: ", old);
    char[] after = typed("New password: ", next);
    if (next == null && !Arrays.equals(after, typed("New password again: ", null))) {
      throw new IllegalArgumentException("the two new passwords are not the same");
    }
    try {
      register.changePassword(before, after, caller);
    } finally {
      Arrays.fill(before, '\0');
      Arrays.fill(after, '\0');
    }
    out.println("your password is changed; log in again with it");
  }

  private char[] typed(String prompt, String option) throws IOException {
    String typed = option == null ? session.readLine(prompt, '*') : option;
    if (typed == null) {
      throw new IllegalArgumentException("nothing was typed");
    }
    return typed.toCharArray();
  }
}
