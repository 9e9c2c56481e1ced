namespace LakeTools.Local.Wire;

/// <summary>The connection is to end here: what carries the answer makes that happen.</summary>
internal sealed class DroppedConnectionException()
    : HttpIOException(HttpRequestError.ResponseEnded, "The connection ended before the response was complete.");
