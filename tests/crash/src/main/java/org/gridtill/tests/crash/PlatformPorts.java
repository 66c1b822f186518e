package org.gridtill.tests.crash;

/**
 * Where a platform listens.
 *
 * @param pos the port of the POS endpoint
 * @param http the port of the web server
 * @param ssh the port of the shell
 * @param billing the port of the billing system that it calls
 */
public record PlatformPorts(int pos, int http, int ssh, int billing) {}
