using System.Management.Automation;

namespace LakeTools.Cmdlets;

/// <summary>A command that removes resources, and prompts for confirmation unless -Force is specified.</summary>
internal interface IForceable
{
    /// <summary>True to run without a prompt. -WhatIf and -Confirm still apply.</summary>
    SwitchParameter Force { get; }
}
