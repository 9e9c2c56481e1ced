BeforeAll {
    Import-Module "$PSScriptRoot/../../out/LakeTools"
    Connect-Lake -Local (Join-Path $TestDrive lake)
    $null = New-LakeBucket iceberg-lake
    $null = New-GlueDatabase shop -LocationUri s3://iceberg-lake/shop/
    $command = 'LakeTools.Cmdlets.Catalog'

    # The metadata file that a table's parameter points to, as any reader of Iceberg opens it.
    function Get-IcebergFile($Table) {
        $file = Join-Path $TestDrive "$([guid]::NewGuid()).json"
        Receive-LakeObject $Table.Parameter.metadata_location $file
        Get-Content $file -Raw | ConvertFrom-Json
    }
}

AfterAll { Disconnect-Lake }

Describe 'New-GlueTable -Format Iceberg' {
    It 'makes the table and its first metadata' {
        $made = New-GlueTable shop orders -Format Iceberg -Location s3://iceberg-lake/shop/orders/ -Description 'All orders' `
            -Column id:bigint, 'ts:timestamp:when', 'lines:array<struct<sku:string,price:decimal(10,2)>>', 'tags:map<string,int>' `
            -PartitionKey 'day(ts)', 'Bucket(16, ID)' -Parameter @{ 'write.format.default' = 'parquet' }
        $made.Format | Should -Be Iceberg
        $made.TableType | Should -Be EXTERNAL_TABLE
        $made.Description | Should -Be 'All orders'
        $made.Location | Should -Be s3://iceberg-lake/shop/orders/
        "$($made.Column)" | Should -Be 'id:bigint ts:timestamp:when lines:array<struct<sku:string,price:decimal(10,2)>> tags:map<string,int>'
        $made.PartitionKey | Should -BeNullOrEmpty
        $made.PartitionTransform | Should -Be 'day(ts)', 'bucket(16, id)'
        $made.Parameter.table_type | Should -Be ICEBERG
        $made.Parameter.'write.format.default' | Should -Be parquet
        $made.Parameter.metadata_location | Should -BeLike 's3://iceberg-lake/shop/orders/metadata/00000-*.metadata.json'

        # Ids and names: Iceberg's specification, and AWS's metadata of such a table (github.com/ksco92/arceus, README).
        $file = Get-IcebergFile $made
        $file.'format-version' | Should -Be 2
        $file.location | Should -Be s3://iceberg-lake/shop/orders
        { [guid] $file.'table-uuid' } | Should -Not -Throw
        $schema = $file.schemas | Where-Object schema-id -EQ $file.'current-schema-id'
        $schema.fields.id | Should -Be 1, 2, 3, 4
        $schema.fields.name | Should -Be id, ts, lines, tags
        $schema.fields[0].type | Should -Be long
        $schema.fields[1].doc | Should -Be when
        $schema.fields[2].type.'element-id' | Should -Be 5
        $schema.fields[2].type.element.fields.id | Should -Be 6, 7
        $schema.fields[2].type.element.fields[1].type | Should -Be 'decimal(10, 2)'
        $schema.fields[3].type.'key-id' | Should -Be 8
        $schema.fields[3].type.'value-id' | Should -Be 9
        $file.'last-column-id' | Should -Be 9
        $file.'partition-specs'[0].fields.name | Should -Be ts_day, id_bucket
        $file.'partition-specs'[0].fields.transform | Should -Be day, 'bucket[16]'
        $file.'partition-specs'[0].fields.'source-id' | Should -Be 2, 1
        $file.'partition-specs'[0].fields.'field-id' | Should -Be 1000, 1001
        $file.'last-partition-id' | Should -Be 1001
        $file.properties.'write.format.default' | Should -Be parquet
        @($file.snapshots).Count | Should -Be 0
    }

    It 'shows the partitions where they are asked for' {
        (Get-GlueTable shop orders).PartitionTransform | Should -BeNullOrEmpty
        (Get-GlueTable shop orders -Metadata).PartitionTransform | Should -Be 'day(ts)', 'bucket(16, id)'
        (Get-GlueTable shop ord* -Metadata).PartitionTransform | Should -Be 'day(ts)', 'bucket(16, id)'
    }

    It 'makes another one of it, and does not lose the partitions on the way' {
        { Get-GlueTable shop orders | New-GlueTable -Name copied -Location s3://iceberg-lake/shop/copied/ -ErrorAction Stop } |
            Should -Throw -ErrorId "LakeTools.IcebergMetadataMissing,$command.NewGlueTableCommand"
        $copy = Get-GlueTable shop orders -Metadata | New-GlueTable -Name copied -Location s3://iceberg-lake/shop/copied/
        $copy.PartitionTransform | Should -Be 'day(ts)', 'bucket(16, id)'
        $copy.Parameter.metadata_location | Should -BeLike 's3://iceberg-lake/shop/copied/*'
    }

    It 'finds its columns in a file' {
        Set-Content (Join-Path $TestDrive days.csv) 'date,rain', '2026-01-01,2.5'
        $table = New-GlueTable shop days -Format Iceberg -Like (Join-Path $TestDrive days.csv) -Location s3://iceberg-lake/shop/days/ -PartitionKey 'month(date)'
        "$($table.Column)" | Should -Be 'date:date rain:double'
        $table.Format | Should -Be Iceberg
        $table.PartitionTransform | Should -Be 'month(date)'
    }

    It 'refuses <what> before any call' -ForEach @(
        @{ what = 'no location'; id = 'IcebergLocationMissing'; with = @{ Location = $null } }
        @{ what = 'no columns'; id = 'ColumnsMissing'; with = @{ Column = @() } }
        @{ what = 'a delimiter'; id = 'IcebergParameterNotAllowed'; with = @{ Delimiter = ';' } }
        @{ what = 'a class'; id = 'IcebergParameterNotAllowed'; with = @{ SerdeLibrary = 'x' } }
        @{ what = 'another type'; id = 'IcebergParameterNotAllowed'; with = @{ TableType = 'VIRTUAL_VIEW' } }
        @{ what = 'a pointer of its own'; id = 'IcebergParameterNotAllowed'; with = @{ Parameter = @{ metadata_location = 's3://a/b' } } }
        @{ what = 'tinyint'; id = 'IcebergTypeNotSupported'; with = @{ Column = 'id:tinyint' } }
        @{ what = 'varchar in an array'; id = 'IcebergTypeNotSupported'; with = @{ Column = 'id:array<varchar(3)>' } }
        @{ what = 'a partition of no column'; id = 'IcebergTransformInvalid'; with = @{ PartitionKey = 'day(nothing)' } }
        @{ what = 'days of a number'; id = 'IcebergTransformInvalid'; with = @{ PartitionKey = 'day(id)' } }
        @{ what = 'hours of a date'; id = 'IcebergTransformInvalid'; with = @{ PartitionKey = 'hour(d)' } }
        @{ what = 'a bucket without a number'; id = 'IcebergTransformInvalid'; with = @{ PartitionKey = 'bucket(id)' } }
        @{ what = 'days and months of one column'; id = 'IcebergTransformInvalid'; with = @{ PartitionKey = 'day(d)', 'month(d)' } }
        @{ what = 'a key of folders'; id = 'IcebergTransformInvalid'; with = @{ PartitionKey = 'region:string' } }
    ) {
        $parameters = @{ Column = 'id:bigint', 'd:date'; Location = 's3://iceberg-lake/shop/bad/' }
        foreach ($key in $with.Keys) { $parameters[$key] = $with[$key] }
        if ($null -eq $parameters.Location) { $parameters.Remove('Location') }
        { New-GlueTable shop bad -Format Iceberg @parameters -ErrorAction Stop } | Should -Throw -ErrorId "LakeTools.$id,$command.NewGlueTableCommand"
        Get-GlueTable shop ba* | Should -BeNullOrEmpty
        Get-LakeObject s3://iceberg-lake/shop/bad/ | Should -BeNullOrEmpty
    }

    It 'needs CREATE_TABLE, and DATA_LOCATION_ACCESS where the location is registered' {
        $null = New-LakeBucket iceberg-guarded
        Register-LakeLocation s3://iceberg-guarded -RoleArn role/reader
        Grant-LakePermission -Principal role/maker -Permission DESCRIBE -DatabaseName shop
        $maker = Connect-Lake -Local (Join-Path $TestDrive lake) -As role/maker -PassThru
        Connect-Lake -Local (Join-Path $TestDrive lake)
        $table = @{ DatabaseName = 'shop'; Name = 'guarded'; Format = 'Iceberg'; Column = 'id:int'; Location = 's3://iceberg-guarded/t/' }
        { New-GlueTable @table -Connection $maker -ErrorAction Stop } | Should -Throw -ErrorId 'LakeTools.TableAccessDenied,*'
        Grant-LakePermission -Principal role/maker -Permission CREATE_TABLE -DatabaseName shop
        { New-GlueTable @table -Connection $maker -ErrorAction Stop } | Should -Throw -ErrorId 'LakeTools.TableAccessDenied,*'
        Get-LakeObject s3://iceberg-guarded/ | Should -BeNullOrEmpty
        Grant-LakePermission -Principal role/maker -Permission DATA_LOCATION_ACCESS -DataLocation s3://iceberg-guarded
        (New-GlueTable @table -Connection $maker).Format | Should -Be Iceberg
        (Get-LakeObject s3://iceberg-guarded/t/metadata/).Count | Should -Be 1
    }

    It 'says where there is no such bucket' {
        { New-GlueTable shop nowhere -Format Iceberg -Column id:int -Location s3://iceberg-nowhere/t/ -ErrorAction Stop } | Should -Throw -ErrorId 'LakeTools.*'
        Get-GlueTable shop nowhere* | Should -BeNullOrEmpty
    }
}

Describe 'Columns of an Iceberg table' {
    BeforeEach {
        $table = New-GlueTable shop "t$([guid]::NewGuid().ToString('N'))" -Format Iceberg -Location s3://iceberg-lake/shop/columns/ `
            -Column id:int, name:string, 'amount:decimal(10,2)', 'address:struct<street:string,zip:int>' -PartitionKey 'bucket(4, id)'
        $name = $table.Name
    }

    It 'are added in new metadata, and ids stay' {
        $changed = Set-GlueTable shop $name -AddColumn 'region:string:where', 'address:struct<street:string,zip:bigint,city:string>' -PassThru
        "$($changed.Column)" | Should -Be 'id:int name:string amount:decimal(10,2) address:struct<street:string,zip:bigint,city:string> region:string:where'
        $changed.VersionId | Should -Be 1
        $changed.Parameter.metadata_location | Should -BeLike '*/metadata/00001-*.metadata.json'
        $changed.Parameter.previous_metadata_location | Should -Be $table.Parameter.metadata_location

        $file = Get-IcebergFile $changed
        $file.'table-uuid' | Should -Be (Get-IcebergFile $table).'table-uuid'
        $file.'metadata-log'.'metadata-file' | Should -Be $table.Parameter.metadata_location
        $file.schemas.Count | Should -Be 2
        $schema = $file.schemas | Where-Object schema-id -EQ $file.'current-schema-id'
        $schema.fields.id | Should -Be 1, 2, 3, 4, 7
        $schema.fields[3].type.fields.id | Should -Be 5, 6, 8
        $schema.fields[3].type.fields[1].type | Should -Be long
        $schema.fields[4].doc | Should -Be where
        $file.'last-column-id' | Should -Be 8
        $file.'default-spec-id' | Should -Be 0
        $file.'partition-specs'.Count | Should -Be 1
        # What the catalog tells is what the metadata says.
        (Get-GlueTable shop $name -Metadata).PartitionTransform | Should -Be 'bucket(4, id)'
    }

    It 'get no id twice' {
        Set-GlueTable shop $name -RemoveColumn name
        $changed = Set-GlueTable shop $name -AddColumn name:string -PassThru
        $file = Get-IcebergFile $changed
        ($file.schemas | Where-Object schema-id -EQ $file.'current-schema-id').fields.id | Should -Be 1, 3, 4, 7
        $changed.Parameter.metadata_location | Should -BeLike '*/metadata/00002-*'
    }

    It 'widen: <to>' -ForEach @{ column = 'id'; to = 'bigint' }, @{ column = 'amount'; to = 'decimal(18,2)' } {
        (Set-GlueTable shop $name -AddColumn "${column}:$to" -PassThru).Column.Where{ $_.Name -eq $column }.Type | Should -Be $to
    }

    It 'do not become <to>' -ForEach @(
        @{ column = 'id'; to = 'string' }, @{ column = 'name'; to = 'int' }, @{ column = 'amount'; to = 'decimal(8,2)' }
        @{ column = 'amount'; to = 'decimal(12,4)' }, @{ column = 'address'; to = 'struct<street:int,zip:int>' }
    ) {
        { Set-GlueTable shop $name -AddColumn "${column}:$to" -ErrorAction Stop } | Should -Throw -ErrorId "LakeTools.IcebergChangeRefused,$command.SetGlueTableCommand"
        (Get-GlueTable shop $name).VersionId | Should -Be 0
    }

    It 'stay where the table is partitioned by them' {
        { Set-GlueTable shop $name -RemoveColumn id -ErrorAction Stop } | Should -Throw -ErrorId 'LakeTools.IcebergChangeRefused,*'
    }

    It 'change beside what the catalog alone has' {
        $changed = Set-GlueTable shop $name -AddColumn b:boolean -Description 'with b' -Parameter @{ owner = 'sales' } -PassThru
        $changed.Column.Name | Should -Contain b
        $changed.Description | Should -Be 'with b'
        $changed.Parameter.owner | Should -Be sales
        $changed.Parameter.metadata_location | Should -BeLike '*/metadata/00001-*'
    }

    It 'get other names, and keep their ids' {
        $fields = { param($Of) $file = Get-IcebergFile $Of; ($file.schemas | Where-Object schema-id -EQ $file.'current-schema-id').fields }
        $changed = Set-GlueTable shop $name -RenameColumn @{ NAME = 'Title' } -AddColumn b:boolean -PassThru -WarningVariable warned -WarningAction SilentlyContinue
        "$warned" | Should -Match 'name.*title'
        $changed.Column.Name | Should -Be id, title, amount, address, b
        (& $fields $changed).id | Should -Be 1, 2, 3, 4, 7
        (& $fields $changed).name | Should -Be id, title, amount, address, b
        # All at once: two change their names with each other.
        $changed = Set-GlueTable shop $name -RenameColumn @{ title = 'amount'; amount = 'title' } -PassThru -WarningAction SilentlyContinue
        (& $fields $changed).name | Should -Be id, amount, title, address, b
        (& $fields $changed).id | Should -Be 1, 2, 3, 4, 7
        (& $fields $changed)[1].type | Should -Be string
    }

    It 'are new ones where they are removed and added at once' {
        $changed = Set-GlueTable shop $name -RemoveColumn name -AddColumn name:int -PassThru
        $file = Get-IcebergFile $changed
        ($file.schemas | Where-Object schema-id -EQ $file.'current-schema-id').fields.id | Should -Be 1, 3, 4, 7
    }

    It 'get no other name where <what>' -ForEach @(
        @{ what = 'there is none'; map = @{ none = 'x' }; id = 'ColumnNotFound' }
        @{ what = 'the new one is there'; map = @{ AMOUNT = 'ID' }; id = 'DuplicateColumn' }
        @{ what = 'the new one is empty'; map = @{ amount = '' }; id = 'ColumnSpecInvalid' }
    ) {
        { Set-GlueTable shop $name -RenameColumn $map -ErrorAction Stop } | Should -Throw -ErrorId "LakeTools.$id,$command.SetGlueTableCommand"
        (Get-GlueTable shop $name).VersionId | Should -Be 0
    }

    It 'are what the table is partitioned by from then on' {
        (Set-GlueTable shop $name -PartitionKey 'bucket(4,ID)', 'truncate(2, name)' -PassThru).PartitionTransform | Should -Be 'bucket(4, id)', 'truncate(2, name)'
        $file = Get-IcebergFile (Get-GlueTable shop $name)
        $file.'partition-specs'.Count | Should -Be 2
        ($file.'partition-specs' | Where-Object spec-id -EQ $file.'default-spec-id').fields.'field-id' | Should -Be 1000, 1001
        Set-GlueTable shop $name -RenameColumn @{ name = 'title' } -PartitionKey 'truncate(2, title)' -WarningAction SilentlyContinue
        $at = Get-GlueTable shop $name -Metadata
        $at.PartitionTransform | Should -Be 'truncate(2, title)'
        Set-GlueTable shop $name -PartitionKey 'truncate(2, title)'
        (Get-GlueTable shop $name).Parameter.metadata_location | Should -Be $at.Parameter.metadata_location
        Set-GlueTable shop $name -PartitionKey @()
        (Get-GlueTable shop $name -Metadata).PartitionTransform | Should -BeNullOrEmpty
        foreach ($wrong in 'hour(id)', 'day(', 'none', 'bucket(0, id)') {
            { Set-GlueTable shop $name -PartitionKey $wrong -ErrorAction Stop } | Should -Throw -ErrorId "LakeTools.IcebergTransformInvalid,$command.SetGlueTableCommand"
        }
    }

    It 'are renamed and partitioned anew in Iceberg alone' {
        $null = New-GlueTable shop plain -Column id:int, amount:int -PartitionKey day:date -Location s3://iceberg-lake/shop/plain/
        { Set-GlueTable shop plain -RenameColumn @{ id = 'x' } -ErrorAction Stop } | Should -Throw -ErrorId "LakeTools.ColumnRenameNotSupported,$command.SetGlueTableCommand"
        { Set-GlueTable shop plain -PartitionKey amount -ErrorAction Stop } | Should -Throw -ErrorId "LakeTools.PartitionKeysStay,$command.SetGlueTableCommand"
        "$((Get-GlueTable shop plain).Column)" | Should -Be 'id:int amount:int'
    }

    It 'change nothing where they are so' {
        Set-GlueTable shop $name -Column $table.Column
        (Get-GlueTable shop $name).Parameter.metadata_location | Should -Be $table.Parameter.metadata_location
    }

    It 'stay with the location and the classes' {
        { Set-GlueTable shop $name -Location s3://iceberg-lake/elsewhere/ -ErrorAction Stop } | Should -Throw -ErrorId 'LakeTools.TableFormatNotSupported,*'
        { Set-GlueTable shop $name -Format Parquet -AddColumn b:boolean -ErrorAction Stop } | Should -Throw -ErrorId 'LakeTools.TableFormatNotSupported,*'
        (Get-GlueTable shop $name).VersionId | Should -Be 0
    }

    It 'are the metadata''s where an older version of the table comes back' {
        Set-GlueTable shop $name -AddColumn b:boolean -Description second
        $null = Get-GlueTableVersion shop $name | Where-Object VersionId -EQ 0 | Restore-GlueTable
        $restored = Get-GlueTable shop $name
        $restored.Description | Should -BeNullOrEmpty
        $restored.Column.Name | Should -Contain b
        $restored.Parameter.metadata_location | Should -BeLike '*/metadata/00001-*'
    }

    It 'are read and written by no command for files' {
        { Import-LakeData -DatabaseName shop -TableName $name -ErrorAction Stop } | Should -Throw -ErrorId 'LakeTools.TableFormatNotSupported,*'
        { [pscustomobject]@{ id = 1 } | Export-LakeData -DatabaseName shop -TableName $name -ErrorAction Stop } |
            Should -Throw -ErrorId 'LakeTools.TableFormatNotSupported,*'
    }
}

Describe 'A definition of an Iceberg table' {
    BeforeAll {
        $text = @'
lake: 1
name: bergs
databases:
  bergs:
    tables:
      events:
        format: iceberg
        location: s3://iceberg-lake/bergs/events/
        columns: { id: bigint, ts: timestamp, name: { type: string, comment: who } }
        partitionTransforms: [ 'days(ts)', 'bucket(8,id)' ]
        parameters: { owner: sales }
'@
        function New-File([string] $Text) {
            $file = Join-Path $TestDrive "$([guid]::NewGuid()).yaml"
            Set-Content $file $Text
            $file
        }
    }

    It 'is published, and is no drift' {
        (Publish-LakeDefinition (New-File $text)).Status | Should -Be Done
        $table = Get-GlueTable bergs events -Metadata
        $table.Format | Should -Be Iceberg
        $table.PartitionTransform | Should -Be 'day(ts)', 'bucket(8, id)'
        $table.Parameter.owner | Should -Be sales
        (Get-IcebergFile $table).properties.owner | Should -Be sales
        (Compare-LakeDefinition (New-File $text)).HasChanges | Should -BeFalse
    }

    It 'is exported as it was written' {
        $export = Export-LakeDefinition -DatabaseName bergs
        $export | Should -Match 'format: Iceberg'
        $export | Should -Match 'partitionTransforms:'
        $export | Should -Not -Match 'metadata_location|table_type|tableType'
        (Compare-LakeDefinition (New-File ($export -join "`n"))).HasChanges | Should -BeFalse
    }

    It 'changes columns and partitions by new metadata' {
        $before = (Get-GlueTable bergs events).Parameter.metadata_location
        $more = $text.Replace('who } }', 'who }, region: string }').Replace("'bucket(8,id)'", 'region').Replace('owner: sales', 'owner: finance')
        (Publish-LakeDefinition (New-File $more)).Status | Should -Be Done
        $table = Get-GlueTable bergs events -Metadata
        $table.Column.Name | Should -Be id, ts, name, region
        $table.PartitionTransform | Should -Be 'day(ts)', 'region'
        $table.Parameter.owner | Should -Be finance
        $table.Parameter.metadata_location | Should -Not -Be $before
        $file = Get-IcebergFile $table
        # A partition that stays keeps its id; spec 0 is still there for what was written by it.
        $spec = $file.'partition-specs' | Where-Object spec-id -EQ $file.'default-spec-id'
        $spec.fields.'field-id' | Should -Be 1000, 1002
        $file.'partition-specs'.Count | Should -Be 2
        (Compare-LakeDefinition (New-File $more)).HasChanges | Should -BeFalse
    }

    It 'refuses <what> before anything is changed' -ForEach @(
        @{ what = 'a narrower type'; from = 'id: bigint'; to = 'id: int'; id = 'IcebergChangeRefused' }
        @{ what = 'another location'; from = 'bergs/events/'; to = 'bergs/other/'; id = 'TableFormatNotSupported' }
    ) {
        $file = New-File $text.Replace($from, $to)
        $before = (Get-GlueTable bergs events).VersionId
        { Publish-LakeDefinition $file -Force -ErrorAction Stop } | Should -Throw -ErrorId "LakeTools.$id,*"
        (Get-GlueTable bergs events).VersionId | Should -Be $before
    }

    It 'finds <what>' -ForEach @(
        @{ what = 'a partition of no column'; from = 'days(ts)'; to = 'days(tt)'; id = 'IcebergTransformInvalid' }
        @{ what = 'a transform that there is not'; from = 'days(ts)'; to = 'weeks(ts)'; id = 'IcebergTransformInvalid' }
        @{ what = 'a type that Iceberg has not'; from = 'id: bigint'; to = 'id: tinyint'; id = 'IcebergTypeNotSupported' }
        @{ what = 'no location'; from = 'location: s3://iceberg-lake/bergs/events/'; to = ''; id = 'IcebergLocationMissing' }
        @{ what = 'keys of folders'; from = 'parameters: { owner: sales }'; to = 'partitions: { day: string }'; id = 'DefinitionFormatTakesNone' }
        @{ what = 'transforms of another format'; from = 'format: iceberg'; to = 'format: parquet'; id = 'DefinitionFormatTakesNone' }
    ) {
        (Test-LakeDefinition (New-File $text.Replace($from, $to))).Id | Should -Contain $id
    }
}
