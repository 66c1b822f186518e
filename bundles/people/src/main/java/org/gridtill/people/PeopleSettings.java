package org.gridtill.people;

import java.time.Duration;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** The settings, checked. Every complaint names the PID and the key. */
record PeopleSettings(
    int failures,
    Duration lockout,
    int passwordLength,
    Duration oneTime,
    int memoryKib,
    int iterations,
    boolean fileUsersAlways,
    Duration approval) {

  static final String PID = "org.gridtill.people";

  /** What operations may set. */
  @ObjectClassDefinition(name = "GridTill people")
  @interface Configuration {

    @AttributeDefinition(
        description = "So many wrong passwords in a row lock somebody out, 2 to 100")
    int failures() default 5;

    @AttributeDefinition(description = "For so many minutes, 1 to 1440")
    int lockoutMinutes() default 15;

    @AttributeDefinition(description = "The shortest password, 8 to 64 characters")
    int passwordLength() default 12;

    @AttributeDefinition(
        description =
            "A one-time password is good for so many hours, 1 to 720; the first one always")
    int oneTimeHours() default 72;

    @AttributeDefinition(
        description = "Memory that hashing a password takes, in KiB, 8192 to 1048576")
    int hashMemoryKib() default 19_456;

    @AttributeDefinition(description = "Passes over that memory, 1 to 100")
    int hashIterations() default 2;

    @AttributeDefinition(
        description =
            "When users of etc/users.properties may log in: 'emergency', while people cannot be"
                + " asked for because the database is away, or 'always'")
    String fileUsers() default "emergency";

    @AttributeDefinition(
        description =
            "A request that needs a second administrator may be approved for so many hours, 1 to"
                + " 720")
    int approvalHours() default 24;
  }

  static PeopleSettings of(Configuration c) {
    return new PeopleSettings(
        within("failures", c.failures(), 2, 100),
        Duration.ofMinutes(within("lockoutMinutes", c.lockoutMinutes(), 1, 1440)),
        within("passwordLength", c.passwordLength(), 8, 64),
        Duration.ofHours(within("oneTimeHours", c.oneTimeHours(), 1, 720)),
        within("hashMemoryKib", c.hashMemoryKib(), 8192, 1_048_576),
        within("hashIterations", c.hashIterations(), 1, 100),
        always(c.fileUsers()),
        Duration.ofHours(within("approvalHours", c.approvalHours(), 1, 720)));
  }

  private static boolean always(String fileUsers) {
    return switch (fileUsers.strip()) {
      case "always" -> true;
      case "emergency" -> false;
      default ->
          throw new IllegalArgumentException(
              PID + ": fileUsers must be 'emergency' or 'always', but is " + fileUsers);
    };
  }

  private static int within(String key, int value, int least, int most) {
    if (value < least || value > most) {
      throw new IllegalArgumentException(
          PID + ": " + key + " must be from " + least + " to " + most + ", but is " + value);
    }
    return value;
  }
}
