global using System.Collections;
global using System.Management.Automation;
global using DriveNotFoundException = System.Management.Automation.DriveNotFoundException;
