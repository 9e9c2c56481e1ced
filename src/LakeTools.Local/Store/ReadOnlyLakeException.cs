namespace LakeTools.Local.Store;

/// <summary>Something is to be written to a lake whose folder cannot be written.</summary>
internal sealed class ReadOnlyLakeException()
    : InvalidOperationException("The embedded lake is opened for reading only, because its folder cannot be written.");
