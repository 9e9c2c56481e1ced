BeforeAll {
    Import-Module "$PSScriptRoot/../../out/LakeTools"
    $command = 'LakeTools.Cmdlets.Catalog'
    $weather = (Resolve-Path "$PSScriptRoot/../../examples/data/seattle-weather.csv").Path
}

Describe 'New-GlueTable' {
    BeforeAll {
        $lake = Connect-Lake -Local (Join-Path $TestDrive new) -PassThru
        $null = New-GlueDatabase sales
    }

    It 'makes a table of column specs' {
        $made = New-GlueTable sales orders -Column 'id:int', 'Region : STRING : where', 'amount:decimal(10, 2)' -PartitionKey 'day:date' -Location s3://lake-a/orders/ -Description 'All orders'
        $made | Should -BeOfType ([LakeTools.GlueTable])
        $kept = Get-GlueTable sales orders
        $kept.Column.Name | Should -BeExactly @('id', 'region', 'amount')
        $kept.Column.Type | Should -BeExactly @('int', 'string', 'decimal(10,2)')
        $kept.Column[1].Comment | Should -Be 'where'
        $kept.PartitionKey.Name | Should -Be 'day'
        $kept.Location | Should -Be 's3://lake-a/orders/'
        $kept.Description | Should -Be 'All orders'
        $kept.TableType | Should -Be 'EXTERNAL_TABLE'
        $kept.VersionId | Should -Be '0'
        $kept.CreatedBy | Should -Be 'arn:aws:sts::000000000000:assumed-role/LakeAdmin/LakeTools' -Because 'Glue returns the session of a role'
    }

    It 'asks for optimizers of Iceberg tables where they are wanted' {
        $null = New-GlueTable sales plain -Column 'id:int'
        (Get-GlueTable sales plain).Optimizer | Should -Be $null
        $null -eq (Get-GlueTable sales plain -Optimizer).Optimizer | Should -BeFalse
    }

    It 'reads statistics of columns where they are asked for' {
        $null = New-GlueTable sales counted -Column 'id:int'
        (Get-GlueTable sales counted).ColumnStatistic | Should -Be $null
        foreach ($table in (Get-GlueTable sales counted -Statistic), (Get-GlueTable sales count* -Statistic)) {
            $null -eq $table.ColumnStatistic | Should -BeFalse
            $table.ColumnStatistic.Count | Should -Be 0
        }
    }

    It 'takes columns as hashtables and objects' {
        $made = New-GlueTable sales objects -Column @{ Name = 'a'; Type = 'int' }, ([pscustomobject]@{ Name = 'b'; Type = 'string'; Comment = 'note' })
        "$($made.Column)" | Should -Be 'a:int b:string:note'
    }

    It 'takes the type <type>' -ForEach @(
        @{ type = 'array<struct<a:int,b:map<string,array<decimal(5,1)>>>>' }, @{ type = 'varchar(20)' }, @{ type = 'uniontype<int,string>' }, @{ type = 'timestamp' }
    ) {
        (New-GlueTable sales "t$([guid]::NewGuid().ToString('N'))" -Column "c:$type").Column[0].Type | Should -Be $type
    }

    It 'refuses the column <spec> with <id>' -ForEach @(
        @{ spec = 'a:integer'; id = 'ColumnTypeInvalid' }, @{ spec = 'a:decimal(39,2)'; id = 'ColumnTypeInvalid' }, @{ spec = 'a:decimal(5,6)'; id = 'ColumnTypeInvalid' }
        @{ spec = 'a:array<int'; id = 'ColumnTypeInvalid' }, @{ spec = 'a:varchar'; id = 'ColumnTypeInvalid' }, @{ spec = 'a:map<int>'; id = 'ColumnTypeInvalid' }
        @{ spec = 'a'; id = 'ColumnSpecInvalid' }, @{ spec = ':int'; id = 'ColumnSpecInvalid' }
    ) {
        { New-GlueTable sales bad -Column $spec -ErrorAction Stop } | Should -Throw -ErrorId "LakeTools.$id,$command.NewGlueTableCommand"
        Get-GlueTable sales ba* | Should -BeNullOrEmpty
    }

    It 'refuses a column that is given twice, partition keys included' {
        { New-GlueTable sales bad -Column 'a:int', 'A:string' -ErrorAction Stop } | Should -Throw -ErrorId "LakeTools.DuplicateColumn,$command.NewGlueTableCommand"
        { New-GlueTable sales bad -Column 'a:int' -PartitionKey 'a:int' -ErrorAction Stop } | Should -Throw -ErrorId "LakeTools.DuplicateColumn,$command.NewGlueTableCommand"
    }

    It 'makes <format> tables that read back as such' -ForEach @(
        @{ format = 'Csv'; serde = 'LazySimpleSerDe' }, @{ format = 'Tsv'; serde = 'LazySimpleSerDe' }, @{ format = 'Json'; serde = 'JsonSerDe' }, @{ format = 'Parquet'; serde = 'ParquetHiveSerDe' }
        @{ format = 'Orc'; serde = 'OrcSerde' }, @{ format = 'Avro'; serde = 'AvroSerDe' }, @{ format = 'Text'; serde = 'LazySimpleSerDe' }
    ) {
        $null = New-GlueTable sales "as_$format" -Column 'a:int' -Format $format
        $table = Get-GlueTable sales "as_$format"
        $table.Format | Should -Be $format
        $table.SerdeLibrary | Should -BeLike "*.$serde"
    }

    It 'reads quoted fields by OpenCSV' {
        $null = New-GlueTable sales quoted -Column 'a:string' -Delimiter ';' -QuoteCharacter '"' -Header
        $table = Get-GlueTable sales quoted
        $table.SerdeLibrary | Should -BeLike '*.OpenCSVSerde'
        $table.Delimiter | Should -Be ';'
        $table.QuoteCharacter | Should -Be '"'
        $table.Header | Should -BeTrue
    }

    It 'finds the columns of a file with -Like' {
        $table = New-GlueTable sales weather -Like $weather -Location s3://lake-a/weather/
        "$($table.Column)" | Should -Be 'date:date precipitation:double temp_max:double temp_min:double wind:double weather:string'
        $table.Format | Should -Be 'Csv'
        $table.Delimiter | Should -Be ','
        $table.Header | Should -BeTrue
    }

    It 'refuses what is wrong with <what>' -ForEach @(
        @{ what = 'the name'; parameters = @{ Name = 'orders'; Column = 'a:int' }; id = 'TableExists' }
        @{ what = 'the database'; parameters = @{ DatabaseName = 'nope'; Name = 'x'; Column = 'a:int' }; id = 'DatabaseNotFound' }
        @{ what = 'the location'; parameters = @{ Name = 'x'; Column = 'a:int'; Location = 's3://Bad_Bucket/' }; id = 'BucketNameInvalid' }
    ) {
        $all = @{ DatabaseName = 'sales' } + @{}
        foreach ($key in $parameters.Keys) { $all[$key] = $parameters[$key] }
        { New-GlueTable @all -ErrorAction Stop } | Should -Throw -ErrorId "LakeTools.$id,$command.NewGlueTableCommand"
    }

    It 'makes nothing with -WhatIf' {
        New-GlueTable sales nothing -Column 'a:int' -WhatIf | Should -BeNullOrEmpty
        Get-GlueTable sales nothin* | Should -BeNullOrEmpty
    }

    It 'makes the table of another database again from the pipeline' {
        $null = New-GlueDatabase copy
        Get-GlueTable sales orders | Select-Object @{ n = 'DatabaseName'; e = { 'copy' } }, Name, Column, PartitionKey, Location, Format | New-GlueTable | Out-Null
        "$((Get-GlueTable copy orders).Column)" | Should -Be "$((Get-GlueTable sales orders).Column)"
    }
}

Describe 'Get-GlueTable' {
    BeforeAll {
        $lake = Connect-Lake -Local (Join-Path $TestDrive get) -PassThru
        foreach ($database in 'sales', 'hr') {
            $null = New-GlueDatabase $database
            foreach ($table in 'orders', 'people') { $null = New-GlueTable $database $table -Column 'id:int', 'name:string', 'secret:string' }
        }
        Grant-LakePermission -Principal role/analyst -Permission SELECT -DatabaseName sales -TableName orders -ColumnName id, name
        Grant-LakePermission -Principal role/manager -Permission SELECT -DatabaseName sales -TableName orders -ExcludedColumnName secret
        Grant-LakePermission -Principal role/boss -Permission SELECT -DatabaseName sales -TableName *
    }

    BeforeEach { Connect-Lake -Local $lake.LocalPath }

    It 'lists a database' { (Get-GlueTable sales).Name | Should -Be @('orders', 'people') }
    It 'takes wildcards for both' { (Get-GlueTable * o*).DatabaseName | Should -Be @('hr', 'sales') }
    It 'takes databases from the pipeline' { (Get-GlueDatabase s* | Get-GlueTable).Name | Should -Be @('orders', 'people') }

    It 'takes names from the pipeline, and databases that were copied' {
        ('orders', 'people' | Get-GlueTable -DatabaseName sales).Name | Should -Be @('orders', 'people')
        $copy = [System.Management.Automation.PSSerializer]::Deserialize([System.Management.Automation.PSSerializer]::Serialize((Get-GlueDatabase sales)))
        ($copy | Get-GlueTable).Name | Should -Be @('orders', 'people')
    }
    It 'takes a name in any case' { (Get-GlueTable SALES Orders).Name | Should -BeExactly 'orders' }

    It 'reports a table that is not there' {
        $e = { Get-GlueTable sales nope -ErrorAction Stop } | Should -Throw -ErrorId "LakeTools.TableNotFound,$command.GetGlueTableCommand" -PassThru
        $e.CategoryInfo.Category | Should -Be 'ObjectNotFound'
        $e.TargetObject | Should -Be 'sales.nope'
    }

    It 'returns the other tables, databases and tags if one cannot be read completely: <command>' -ForEach @(
        @{ command = 'Get-GlueTable'; operation = 'GetColumnStatisticsForTable'; target = 'many.t1'; left = 't2', 't3'
            get = { Get-GlueTable many t* -Statistic -Connection $faulty }; name = { $_.Name } }
        @{ command = 'Get-GlueDatabase'; operation = 'GetTags'; target = 'many'; left = 'many2', 'many3'
            get = { Get-GlueDatabase many* -IncludeTag -Connection $faulty }; name = { $_.Name } }
        @{ command = 'Get-LakeTagAssignment'; operation = 'GetTables'; target = 'many'; left = 't2', 't3'
            get = { Get-LakeTagAssignment many* t* -Connection $faulty }; name = { $_.TableName } }
    ) {
        $own = Join-Path $TestDrive ([guid]::NewGuid())
        $all = Connect-Lake -Local $own -NoDefault
        $null = New-LakeTag kind -Value a -Connection $all
        'many', 'many2', 'many3' | ForEach-Object { $null = New-GlueDatabase $_ -Connection $all }
        $null = New-GlueTable many t1 -Column id:int -Connection $all
        foreach ($table in 't2', 't3') {
            $null = New-GlueTable many $table -Column id:int -Connection $all
            $null = New-GlueTable many2 $table -Column id:int -Connection $all
            Add-LakeTagAssignment -Tag @{ kind = 'a' } -DatabaseName many2 -TableName $table -Connection $all
        }

        $faulty = Connect-Lake -Local $own -NoDefault -MaxRetry 0 -Fault @{ Kind = 'ServerError'; Operation = $operation; Count = 1 }
        $found = & $get 2>&1
        @($found | Where-Object { $_ -isnot [System.Management.Automation.ErrorRecord] } | ForEach-Object $name) | Should -Be $left
        $errors = @($found | Where-Object { $_ -is [System.Management.Automation.ErrorRecord] })
        $errors | Should -HaveCount 1
        "$($errors[0].TargetObject)" | Should -Be $target
        $errors[0].FullyQualifiedErrorId | Should -BeLike 'LakeTools.ServiceError,*'
    }

    It 'reports a database that is not there' {
        { Get-GlueTable nope -ErrorAction Stop } | Should -Throw -ErrorId "LakeTools.DatabaseNotFound,$command.GetGlueTableCommand"
    }

    It 'shows <who> the columns <columns>' -ForEach @(
        @{ who = 'analyst'; tables = @('orders'); columns = @('id', 'name') }
        @{ who = 'manager'; tables = @('orders'); columns = @('id', 'name') }
        @{ who = 'boss'; tables = @('orders', 'people'); columns = @('id', 'name', 'secret') }
    ) {
        Connect-Lake -Local $lake.LocalPath -As "role/$who"
        (Get-GlueTable sales).Name | Should -Be $tables
        (Get-GlueTable sales orders).Column.Name | Should -Be $columns
        Get-GlueTable hr* | Should -BeNullOrEmpty
    }

    It 'does not tell who may not know whether a table exists' -ForEach @(@{ table = 'people' }, @{ table = 'nope' }) {
        Connect-Lake -Local $lake.LocalPath -As role/stranger
        { Get-GlueTable sales $table -ErrorAction Stop } | Should -Throw -ErrorId "LakeTools.TableAccessDenied,$command.GetGlueTableCommand"
    }
}

Describe 'Remove-GlueTable' {
    BeforeEach {
        $lake = Connect-Lake -Local (Join-Path $TestDrive ([guid]::NewGuid())) -PassThru
        $null = New-GlueDatabase sales
        'orders', 'people' | ForEach-Object { $null = New-GlueTable sales $_ -Column 'id:int' }
    }

    It 'asks nothing with -Force, and still heeds -WhatIf' {
        # Nobody can be asked here: a question would be an error.
        { Remove-GlueTable sales orders -ErrorAction Stop } | Should -Throw
        Remove-GlueTable sales orders -Force -WhatIf
        Get-GlueTable sales orders | Should -Not -BeNullOrEmpty
        $WhatIfPreference = $true
        Remove-GlueTable sales orders -Force
        $WhatIfPreference = $false
        Get-GlueTable sales orders | Should -Not -BeNullOrEmpty
        { Remove-GlueTable sales orders -Force -Confirm -ErrorAction Stop } | Should -Throw
        Remove-GlueTable sales orders -Force -ErrorAction Stop
        Get-GlueTable sales orders -ErrorAction SilentlyContinue | Should -BeNullOrEmpty
    }

    It 'removes a table and the grants on it' {
        Grant-LakePermission -Principal role/a -Permission SELECT -DatabaseName sales -TableName orders
        Remove-GlueTable sales orders -Confirm:$false
        (Get-GlueTable sales).Name | Should -Be 'people'
        Get-LakePermission | Should -BeNullOrEmpty
    }

    It 'removes nothing with -WhatIf' {
        Get-GlueTable sales | Remove-GlueTable -WhatIf
        Get-GlueTable sales | Should -HaveCount 2
    }

    It 'takes tables from the pipeline' {
        Get-GlueTable sales | Remove-GlueTable -Confirm:$false
        Get-GlueTable sales | Should -BeNullOrEmpty
    }

    It 'goes on after one that is not there' {
        Remove-GlueTable sales nope, people -Confirm:$false -ErrorAction SilentlyContinue -ErrorVariable problems
        $problems[0].FullyQualifiedErrorId | Should -Be "LakeTools.TableNotFound,$command.RemoveGlueTableCommand"
        (Get-GlueTable sales).Name | Should -Be 'orders'
    }

    It 'is refused to who may only read' {
        Grant-LakePermission -Principal role/analyst -Permission SELECT -DatabaseName sales -TableName orders
        Connect-Lake -Local $lake.LocalPath -As role/analyst
        { Remove-GlueTable sales orders -Confirm:$false -ErrorAction Stop } | Should -Throw -ErrorId "LakeTools.TableAccessDenied,$command.RemoveGlueTableCommand"
    }
}

Describe 'Types of columns' {
    It 'are wrong where a map has no plain key' {
        Connect-Lake -Local (Join-Path $TestDrive types)
        $null = New-GlueDatabase words
        { New-GlueTable words bad -Column 'a:map<array<int>,int>' -ErrorAction Stop } |
            Should -Throw -ErrorId 'LakeTools.ColumnTypeInvalid,LakeTools.Cmdlets.Catalog.NewGlueTableCommand'
    }
}
