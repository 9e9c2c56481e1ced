namespace LakeTools.Local.Server;

/// <summary>A request that is no HTTP, or more of it than the server takes; the connection ends with this status.</summary>
internal sealed class BadRequestException(int status, string reason) : Exception(reason)
{
    public int Status => status;
}
