namespace LakeTools.Local.Glue.Jobs;

/// <summary>The states of a job run, as Glue names them.</summary>
internal static class JobRunState
{
    public const string Starting = "STARTING";
    public const string Running = "RUNNING";
    public const string Stopping = "STOPPING";
    public const string Stopped = "STOPPED";
    public const string Succeeded = "SUCCEEDED";
    public const string Failed = "FAILED";
    public const string TimedOut = "TIMEOUT";

    /// <summary>True if nothing more will happen.</summary>
    public static bool IsEnd(string state) => state is Stopped or Succeeded or Failed or TimedOut;
}
