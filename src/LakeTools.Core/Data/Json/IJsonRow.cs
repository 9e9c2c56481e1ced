using System.Text.Json;

namespace LakeTools.Core.Data.Json;

/// <summary>Makes rows of JSON objects.</summary>
internal interface IJsonRow
{
    /// <summary>Reads an object.</summary>
    /// <param name="reader">Stands at the object's beginning, and then at its end.</param>
    /// <param name="column">The column at fault.</param>
    /// <param name="reason">The reason why the value cannot be read.</param>
    /// <returns>False if a value does not have its column's type.</returns>
    bool TryRead(ref Utf8JsonReader reader, out string column, out string reason);

    /// <summary>The row that was read.</summary>
    /// <returns>The row.</returns>
    DataRow Take();

    /// <summary>The row of an object that is not valid JSON.</summary>
    /// <returns>A row of nulls.</returns>
    DataRow TakeNulls() => throw new NotSupportedException();
}
