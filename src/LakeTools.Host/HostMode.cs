namespace LakeTools.Host;

/// <summary>What the host was started for.</summary>
public enum HostMode
{
    /// <summary>A prompt that reads commands until <c>exit</c>.</summary>
    Interactive,

    /// <summary>A script file with arguments.</summary>
    File,

    /// <summary>Text given on the command line.</summary>
    Command,

    /// <summary>Pester files.</summary>
    Pester,

    /// <summary>The help text.</summary>
    Help,

    /// <summary>The version.</summary>
    Version,
}
