# SPSS files of every way of writing, made by haven (ReadStat): Rscript make.R in this folder.
suppressMessages(library(haven))
d <- data.frame(
  tinh = labelled(c(1,2,79,1), labels=c("Hà Nội"=1,"Hà Giang"=2,"Thành phố Hồ Chí Minh"=79), label="Tỉnh, thành phố nơi người trả lời đang sống"),
  hai_long = labelled_spss(c(5,88,NA,-9), labels=c("Rất hài lòng"=5,"Không biết"=88,"Từ chối"=99), na_values=c(88,99), label="Mức độ hài lòng"),
  cho = labelled_spss(c(12.5, 997, 30, 998), labels=c("Từ chối"=998), na_range=c(990,999)),
  ten = c("Nguyễn Thị Ánh Tuyết","Đỗ \"Mười\"","","Phường Bến Nghé, Quận 1"),
  y_kien = c(paste(rep("Ý kiến dài về dịch vụ công ở xã. ", 20), collapse=""), "ngắn", NA, paste(rep("ữ", 300), collapse="")),
  ngay = as.Date(c("2026-05-01","2026-12-31",NA,"1975-04-30")),
  luc = as.POSIXct(c("2026-05-01 07:30:00","2026-12-31 23:59:59",NA,"2000-01-01 00:00:00"), tz="UTC"),
  quyen_so = c(1234.5678901234, 0.1, 1e-7, 123456789012),
  stringsAsFactors=FALSE)
attr(d$ten,"label") <- "Tên"
write_sav(d, "plain.sav", compress=FALSE)
write_sav(d, "packed.sav", compress="byte")
write_sav(d, "zipped.zsav", compress="zsav")
