namespace LakeTools.Local.Store;

/// <summary>A body that was begun as reading only has something to write: it is to be run again in a transaction that may.</summary>
internal sealed class ReadOnlySessionException() : InvalidOperationException("This transaction only reads.");
