using System.Management.Automation;

namespace LakeTools.Cmdlets;

/// <summary>A command that removes things, and asks before it does where it is not forced.</summary>
internal interface IForceable
{
    /// <summary>True to ask nothing. -WhatIf still shows, and -Confirm still asks.</summary>
    SwitchParameter Force { get; }
}
