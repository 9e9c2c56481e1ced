namespace LakeTools.Local.Jobs;

/// <summary>A run cannot start. The message becomes the run's ErrorMessage.</summary>
internal sealed class LaunchException : Exception
{
    /// <summary>Glue begins the message of a run that could not start with this.</summary>
    private const string Prefix = "LAUNCH ERROR | ";

    private LaunchException(string message)
        : base(Prefix + message)
    {
    }

    /// <summary>Something about the job keeps it from starting.</summary>
    public static LaunchException Because(string reason) => new(reason);

    /// <summary>This machine lacks what runs such jobs. Clients tell it from other failures by its first words.</summary>
    public static LaunchException RuntimeNotFound(string reason) => new("Runtime not found: " + reason);
}
