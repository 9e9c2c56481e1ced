using System.Runtime.InteropServices;

namespace LakeTools.Core.Data.Parquet;

/// <summary>A timestamp of Impala, Hive and Spark: twelve bytes.</summary>
/// <param name="Nanoseconds">Since midnight.</param>
/// <param name="Day">The Julian day.</param>
[StructLayout(LayoutKind.Sequential, Pack = 4)]
internal readonly record struct Int96(long Nanoseconds, int Day);
