/**
 * The commands of the scope {@code gridtill} in the Karaf shell.
 *
 * <p>Karaf offers either all commands of a bundle or none. So every reference to a platform service
 * is optional, and a command whose service is away says so: the commands that explain why something
 * is away must work exactly then.
 */
package org.gridtill.shell;
