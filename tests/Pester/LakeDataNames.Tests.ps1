BeforeAll {
    Import-Module "$PSScriptRoot/../../out/LakeTools"
    Connect-Lake -Local (Join-Path $TestDrive lake)
    $null = New-LakeBucket name-tests
    $null = New-GlueDatabase names -LocationUri s3://name-tests/
    function Get-Field($Row) { $Row.o.psobject.Properties | ForEach-Object { "$($_.Name)=$($_.Value)" } }
}

AfterAll { Disconnect-Lake }

Describe 'Names of fields of structs' {
    It 'survive in Parquet, and in a copy of it: <_>' -ForEach 'FirstName', 'a,b', 'a:b', 'a.b', 'a<b', 'a>b', 'a b', '名' {
        [pscustomobject]@{ o = [pscustomobject]@{ $_ = 1; Other = 'x' } } | Export-LakeData s3://name-tests/one.parquet
        $row = Import-LakeData s3://name-tests/one.parquet -ErrorAction Stop
        Get-Field $row | Sort-Object | Should -BeExactly ("$_=1", 'Other=x' | Sort-Object)
        $row.o.$_ | Should -BeOfType ([int])
        Import-LakeData s3://name-tests/one.parquet | Export-LakeData s3://name-tests/two.parquet
        Import-LakeData s3://name-tests/one.parquet -Raw | Export-LakeData s3://name-tests/three.parquet
        Get-Field (Import-LakeData s3://name-tests/two.parquet) | Should -BeExactly (Get-Field $row)
        Get-Field (Import-LakeData s3://name-tests/three.parquet) | Should -BeExactly (Get-Field $row)
    }

    It 'survive within arrays, maps and structs' {
        [pscustomobject]@{ o = [pscustomobject]@{ Items = @([pscustomobject]@{ 'A,b' = 1 }); Inner = [pscustomobject]@{ 'C:d' = 2d } } } |
            Export-LakeData s3://name-tests/deep.parquet
        Import-LakeData s3://name-tests/deep.parquet | Export-LakeData s3://name-tests/deep2.parquet
        foreach ($row in Import-LakeData s3://name-tests/deep.parquet, s3://name-tests/deep2.parquet) {
            $row.o.psobject.Properties.Name | Should -BeExactly Items, Inner
            $row.o.Items[0].psobject.Properties.Name | Should -BeExactly 'A,b'
            $row.o.Inner.psobject.Properties.Name | Should -BeExactly 'C:d'
            $row.o.Inner.'C:d' | Should -BeOfType ([decimal])
        }
    }

    It 'are those of the first row where rows differ in case' {
        [pscustomobject]@{ o = [pscustomobject]@{ Name = 'x' } }, [pscustomobject]@{ o = [pscustomobject]@{ name = 'y' } } |
            Export-LakeData s3://name-tests/case.parquet
        $rows = Import-LakeData s3://name-tests/case.parquet
        $rows[1].o.psobject.Properties.Name | Should -BeExactly Name
        $rows.o.Name | Should -BeExactly x, y
    }

    It 'are an error in a new table if a Hive type cannot contain them: "<_>"' -ForEach 'a,b', 'a:b', 'a<b', ' a' {
        $row = [pscustomobject]@{ o = @([pscustomobject]@{ $_ = 1 }) }
        foreach ($format in 'Parquet', 'Json') {
            $fault = { $row | Export-LakeData -DatabaseName names -TableName made -CreateTable -Format $format -ErrorAction Stop } |
                Should -Throw -ErrorId 'LakeTools.FieldNameInvalid,*' -PassThru
            $fault.TargetObject | Should -Be names.made
            $row | Export-LakeData "s3://name-tests/like.$format"
            { New-GlueTable names made -Like "s3://name-tests/like.$format" -Location s3://name-tests/made/ -ErrorAction Stop } |
                Should -Throw -ErrorId 'LakeTools.FieldNameInvalid,*'
        }
        Get-GlueTable names made -ErrorAction Ignore | Should -BeNullOrEmpty
    }

    It 'are kept in a new table if a Hive type can contain them: <_>' -ForEach 'a b', '名' {
        $table = "t$($_.Length)"
        [pscustomobject]@{ o = [pscustomobject]@{ $_ = 1 } } | Export-LakeData -DatabaseName names -TableName $table -CreateTable -Format Parquet
        Get-Field (Import-LakeData -DatabaseName names -TableName $table) | Should -BeExactly "$_=1"
    }
}
